package org.keepreading.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A relay's certificate and the authority that gave it, made by the JDK's keytool. */
public final class TestCertificate {
    private static final char[] PASSWORD = "certificate".toCharArray();
    private static final Map<String, TestCertificate> MADE = new ConcurrentHashMap<>();
    private final KeyStore authority;
    private final KeyStore relay;

    public static TestCertificate forLocalhost() {
        return made("localhost", "-1d");
    }

    public static TestCertificate forAnotherHost() {
        return made("mail.example.org", "-1d");
    }

    public static TestCertificate expired() {
        return made("localhost", "-100d");
    }

    private static TestCertificate made(String host, String start) {
        return MADE.computeIfAbsent(host + start, key -> new TestCertificate(host, start));
    }

    private TestCertificate(String host, String start) {
        try {
            relay = make(host, start);
            authority = KeyStore.getInstance("PKCS12");
            authority.load(null, null);
            authority.setCertificateEntry("authority", relay.getCertificate("authority"));
            relay.deleteEntry("authority");
        } catch (GeneralSecurityException | IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) relay.getCertificate("relay");
    }

    /** What the relay speaks TLS with. */
    public SSLContext context() throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(relay, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** TLS for a client that trusts the authority. */
    public SSLSocketFactory trusted() throws GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authority);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static KeyStore make(String host, String start)
            throws GeneralSecurityException, IOException, InterruptedException {
        var folder = Files.createTempDirectory("keepreading-tls-");
        var file = folder.resolve("relay.p12");
        keytool(file, "authority", "-ext", "bc:c");
        keytool(file, "relay", "-signer", "authority", "-ext", "san=dns:" + host, "-startdate", start);
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static void keytool(Path file, String alias, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", alias));
        command.addAll(List.of("-dname", "CN=" + alias, "-keyalg", "EC", "-validity", "30"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
        command.addAll(List.of(more));
        var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        if (keytool.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }
}
