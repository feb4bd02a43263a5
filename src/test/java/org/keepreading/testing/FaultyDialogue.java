package org.keepreading.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.keepreading.testing.FaultyRelay.Mail;
import org.keepreading.testing.FaultyRelay.Stage;

/** One connection of a {@link FaultyRelay}, from greeting to QUIT. */
final class FaultyDialogue {
    private final FaultyRelay relay;
    private Socket socket;
    private InputStream in;
    private boolean encrypted;
    private boolean loggedIn;
    private @Nullable String sender;
    private final List<String> recipients = new ArrayList<>();

    FaultyDialogue(FaultyRelay relay, Socket socket) throws IOException {
        this.relay = relay;
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void run() throws IOException {
        var tls = relay.tls();
        if (tls != null && relay.tlsFromTheStart()) {
            encrypt(tls);
        }
        reply(Stage.CONNECT, "", "220 faulty.example ESMTP");
        while (!socket.isClosed()) {
            answer(line());
        }
    }

    private void answer(String line) throws IOException {
        switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
            case "EHLO", "HELO" -> reply(Stage.EHLO, line, greeting());
            case "STARTTLS" -> startTls(line);
            case "AUTH" -> login(line);
            case "MAIL" -> mail(line);
            case "RCPT" -> rcpt(line);
            case "DATA" -> data(line);
            case "BDAT" -> bdat(line);
            case "RSET" -> rset(line);
            case "NOOP" -> reply(Stage.NOOP, line, "250 2.0.0 OK");
            case "QUIT" -> quit(line);
            default -> say("502 5.5.2 What is " + line + "?");
        }
    }

    private String greeting() {
        var lines = new ArrayList<>(List.of("faulty.example"));
        lines.addAll(relay.extensions());
        if (relay.tls() != null && !encrypted) {
            lines.add("STARTTLS");
        }
        if (relay.login() != null) {
            lines.add("AUTH PLAIN LOGIN");
        }
        var last = lines.remove(lines.size() - 1);
        var reply = new StringBuilder();
        lines.forEach(line -> reply.append("250-").append(line).append("\n"));
        return reply.append("250 ").append(last).toString();
    }

    private void startTls(String line) throws IOException {
        var tls = relay.tls();
        if (tls == null) {
            say("502 5.5.1 No TLS here");
        } else if (reply(Stage.STARTTLS, line, "220 2.0.0 Go ahead")) {
            encrypt(tls);
        }
    }

    private void encrypt(SSLContext tls) throws IOException {
        var secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        socket = secure;
        in = new BufferedInputStream(secure.getInputStream());
        encrypted = true;
    }

    private void login(String line) throws IOException {
        var words = line.split(" ");
        var given = words[1].equalsIgnoreCase("PLAIN")
                ? plain(words)
                : "\0" + ask("VXNlcm5hbWU6") + "\0" + ask("UGFzc3dvcmQ6");
        if (!given.equals(relay.login())) {
            say("535 5.7.8 Authentication credentials invalid");
        } else if (reply(Stage.AUTH, line, "235 2.7.0 Welcome")) {
            loggedIn = true;
        }
    }

    private String plain(String[] words) throws IOException {
        return words.length > 2 ? decode(words[2]) : ask("");
    }

    private String ask(String prompt) throws IOException {
        say("334 " + prompt);
        return decode(line());
    }

    private static String decode(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private void mail(String line) throws IOException {
        if (relay.login() != null && !loggedIn) {
            say("530 5.7.0 Authentication required");
        } else if (sender != null) {
            say("503 5.5.1 Nested MAIL");
        } else if (reply(Stage.MAIL, line, "250 2.1.0 OK")) {
            sender = path(line);
        }
    }

    private void rcpt(String line) throws IOException {
        if (sender == null) {
            say("503 5.5.1 MAIL first");
        } else if (reply(Stage.RCPT, line, "250 2.1.5 OK")) {
            recipients.add(path(line));
        }
    }

    private static String path(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private void data(String line) throws IOException {
        if (recipients.isEmpty()) {
            say("554 5.5.1 No valid recipients");
        } else if (reply(Stage.DATA, line, "354 Go ahead")) {
            strike(Stage.BODY, line);
            dot(message());
        }
    }

    /** Reads the whole chunk whatever becomes of it (RFC 3030, section 2); only chunks that are the last. */
    private void bdat(String line) throws IOException {
        if (!recipients.isEmpty()) {
            strike(Stage.BODY, line);
        }
        var text = new String(in.readNBytes(Integer.parseInt(line.split(" ", 3)[1])), StandardCharsets.ISO_8859_1);
        if (recipients.isEmpty()) {
            say("503 5.5.1 No valid recipients");
        } else {
            dot(text);
        }
    }

    private void strike(Stage stage, String line) throws IOException {
        var fault = relay.faultAt(stage, line);
        if (fault != null) {
            fault.strike(socket, "");
        }
    }

    private void dot(String text) throws IOException {
        var usual = "250 2.0.0 Taken";
        for (var recipient : recipients) {
            var fault = relay.faultAt(Stage.DOT, recipient);
            if (fault == null || fault.takesTheMessage()) {
                relay.take(new Mail(sender == null ? "" : sender, recipient, text));
            }
            if (fault != null) {
                fault.strike(socket, usual);
                forget();
                return;
            }
        }
        forget();
        say(usual);
    }

    private void rset(String line) throws IOException {
        if (reply(Stage.RSET, line, "250 2.0.0 OK")) {
            forget();
        }
    }

    private void forget() {
        sender = null;
        recipients.clear();
    }

    private void quit(String line) throws IOException {
        if (reply(Stage.QUIT, line, "221 2.0.0 Bye")) {
            socket.close();
        }
    }

    /** Whether the relay did what was asked. */
    private boolean reply(Stage stage, String line, String usual) throws IOException {
        var fault = relay.faultAt(stage, line);
        if (fault == null) {
            say(usual);
            return true;
        }
        fault.strike(socket, usual);
        return fault.takesTheMessage() && !socket.isClosed();
    }

    private void say(String reply) throws IOException {
        socket.getOutputStream().write((reply.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private String message() throws IOException {
        var text = new StringBuilder();
        for (var line = line(); !line.equals("."); line = line()) {
            text.append(line, line.startsWith(".") ? 1 : 0, line.length()).append("\r\n");
        }
        return text.toString();
    }

    /** The next line, without its CRLF; a bare LF or CR stays in it. */
    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int before = 0, octet = next(); before != '\r' || octet != '\n'; octet = next()) {
            line.write(octet);
            before = octet;
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.substring(0, text.length() - 1);
    }

    private int next() throws IOException {
        var octet = in.read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }
}
