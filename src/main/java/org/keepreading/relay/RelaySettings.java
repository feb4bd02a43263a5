package org.keepreading.relay;

import jakarta.mail.URLName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** How to reach the relay: Spring's mail settings, and defaults where Jakarta Mail waits for ever or goes without TLS. */
final class RelaySettings {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private final JavaMailSenderImpl sender;
    private final Properties properties = new Properties();

    RelaySettings(JavaMailSenderImpl sender) {
        this.sender = sender;
        properties.putAll(sender.getJavaMailProperties());
        addDefaults();
    }

    String host() {
        return given(sender.getHost());
    }

    /** 587 unless set (RFC 6409, section 3.1); 465 means TLS from the first byte (RFC 8314, section 3.3). */
    int port() {
        return sender.getPort() < 0 ? SUBMISSION : sender.getPort();
    }

    /** Empty: no login. */
    String username() {
        return given(sender.getUsername());
    }

    /** The relay's address and, where there is one, the login. */
    URLName url() {
        var login = !username().isEmpty();
        return new URLName(
                protocol(), host(), port(), null, login ? username() : null, login ? sender.getPassword() : null);
    }

    /** The relay's address, which answers with the name it was given when it is asked for one. */
    InetAddress address() throws UnknownHostException {
        return InetAddress.getByAddress(host(), InetAddress.getByName(host()).getAddress());
    }

    /** For sentences. */
    String name() {
        return host() + ":" + port();
    }

    /** What the properties' names begin with. */
    String prefix() {
        return "mail." + protocol();
    }

    /** From the first byte, not by STARTTLS. */
    boolean isEncrypted() {
        return protocol().equals("smtps") || is("ssl.enable");
    }

    /** Whether BDAT may be used (RFC 3030); Jakarta Mail's own chunksize of 0 or less switches it off. */
    boolean isChunking() {
        return Integer.parseInt(String.valueOf(property("chunksize"))) > 0;
    }

    Duration connectTime() {
        return time("connectiontimeout");
    }

    Duration replyTime() {
        return time("timeout");
    }

    /** For the answer to a login: a setting of ours, which Jakarta Mail does not know. */
    Duration loginTime() {
        var login = time("logintimeout");
        return login.compareTo(replyTime()) < 0 ? login : replyTime();
    }

    Duration writeTime() {
        return time("writetimeout");
    }

    /** Their own where an SSL bundle is set, one that takes the host's certificate unseen where ssl.trust names it. */
    SSLSocketFactory tls() throws GeneralSecurityException {
        if (property("ssl.socketFactory") instanceof SSLSocketFactory theirs) {
            return theirs;
        }
        if (property("ssl.trust") instanceof String trusted
                && List.of(trusted.split("\\s+")).stream().anyMatch(this::isMeantBy)) {
            var trusting = new MailSSLSocketFactory();
            trusting.setTrustAllHosts(true);
            return trusting;
        }
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /** Jakarta Mail's properties for a connection whose TLS is spoken by these sockets. */
    Properties session(TlsSockets sockets) {
        var session = new Properties();
        session.putAll(properties);
        session.put(prefix() + ".ssl.socketFactory", sockets);
        return session;
    }

    private boolean isMeantBy(String trusted) {
        return trusted.equals("*") || trusted.equalsIgnoreCase(host());
    }

    private @Nullable Object property(String name) {
        return properties.get(prefix() + "." + name);
    }

    private String protocol() {
        return sender.getProtocol() == null ? "smtp" : sender.getProtocol();
    }

    private static String given(@Nullable String setting) {
        return setting == null ? "" : setting.strip();
    }

    private void addDefaults() {
        set("connectiontimeout", "30000");
        set("timeout", "300000");
        set("writetimeout", "180000");
        set("logintimeout", "30000");
        set("quitwait", "false");
        set("chunksize", "1");
        set("ssl.enable", Boolean.toString(port() == SUBMISSIONS));
        var tls = Boolean.toString(!isEncrypted() && !isLoopback());
        set("starttls.enable", tls);
        set("starttls.required", tls);
    }

    private boolean isLoopback() {
        try {
            return address().isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private void set(String name, String value) {
        properties.putIfAbsent(prefix() + "." + name, value);
    }

    private boolean is(String name) {
        return Boolean.parseBoolean(String.valueOf(property(name)));
    }

    private Duration time(String name) {
        return Duration.ofMillis(Long.parseLong(String.valueOf(property(name))));
    }
}
