package org.keepreading.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Encrypts one connection's socket, and remembers what came of it, as Jakarta Mail hands it out to nobody. */
final class TlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory factory;
    private @Nullable Socket latest;

    TlsSockets(SSLSocketFactory factory) {
        this.factory = factory;
    }

    /** What to talk through: the encrypted socket, or this one if nothing was encrypted. */
    Socket latestOr(Socket plain) {
        return latest == null ? plain : latest;
    }

    boolean isUnused() {
        return latest == null;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        latest = factory.createSocket(socket, host, port, autoClose);
        return latest;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyOver();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw onlyOver();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyOver();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw onlyOver();
    }

    private static UnsupportedOperationException onlyOver() {
        return new UnsupportedOperationException("TLS is spoken over a socket that is connected already.");
    }
}
