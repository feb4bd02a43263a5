package org.keepreading.relay;

import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keepreading.relay.RelayTrouble.Cure;

/** Says why a relay could not be reached, and what to do. */
record Diagnosis(String relay, String username, Duration loginTime) {
    static final String NO_LOGIN = "it offers no login";
    static final String LOGIN_ENCRYPTED = "it offers a login after STARTTLS alone";
    static final String SET_STARTTLS =
            "Set spring.mail.properties.mail.smtp.starttls.enable=true, which is off for a relay on this machine;"
                    + " where its certificate is its own, docs/relays.md says how to trust it.";
    /** Jakarta Mail's word for a connection that ends. */
    private static final String BROKEN_OFF = "[EOF]";

    /** Jakarta Mail's words for a greeting that is none. */
    private static final Pattern GREETING = Pattern.compile("Got bad greeting from SMTP host.*, response: (-?\\d+)");

    private static final Pattern FINAL = Pattern.compile("5[0-9]{2}[ -]|No authentication mechanisms|" + NO_LOGIN);

    RelayTrouble of(Exception problem) {
        if (has(problem, AuthenticationFailedException.class)) {
            return login(problem);
        }
        if (has(problem, CertificateException.class)) {
            return person(
                    "shows a certificate that we can't trust (" + deepest(problem) + "). Have it renewed, put the"
                            + " name that it is for into spring.mail.host, or its authority into a bundle for spring.mail.ssl.bundle, as docs/relays.md shows.");
        }
        if (says(problem, "STARTTLS is required")) {
            return person(
                    "offers no STARTTLS: password and addresses would travel in clear. Use its port for TLS (465),"
                            + " or set spring.mail.properties.mail.smtp.starttls.required=false where the network is your own.");
        }
        return has(problem, SocketTimeoutException.class)
                ? new RelayTrouble("Relay " + relay + " gives no answer.", Cure.TIME, true)
                : time(connection(problem));
    }

    /** Jakarta Mail calls a login refused as well when the relay is busy, talks nonsense or went away. */
    private RelayTrouble login(Exception problem) {
        if (says(problem, LOGIN_ENCRYPTED)) {
            return person("lets nobody log in before STARTTLS. " + SET_STARTTLS);
        }
        if (has(problem, SocketTimeoutException.class)) {
            return time(
                    "does not answer the login of \"%s\": nothing came within %d s. What checks its passwords may be down."
                            .formatted(username, loginTime.toSeconds()));
        }
        return refused(problem);
    }

    private RelayTrouble refused(Exception problem) {
        var reply = Reply.oneLine(String.valueOf(problem.getMessage()));
        return FINAL.matcher(reply).lookingAt()
                ? person("refuses the login of \"" + username + "\" (" + reply
                        + "). Correct spring.mail.username and spring.mail.password.")
                : time(
                        reply.isBlank() || reply.equals(BROKEN_OFF)
                                ? "breaks the connection at the login."
                                : "can't check the login now (" + reply + ").");
    }

    private static String connection(Exception problem) {
        if (has(problem, UnknownHostException.class)) {
            return "is a host that no name server knows. Check spring.mail.host.";
        }
        if (has(problem, ConnectException.class)) {
            return "refuses connections.";
        }
        if (says(problem, BROKEN_OFF)) {
            return "breaks the connection.";
        }
        return greeting(problem).orElseGet(() -> "can't be talked to (" + deepest(problem) + ").");
    }

    private static Optional<String> greeting(Exception problem) {
        return causes(problem)
                .map(cause -> GREETING.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(greeting -> turnedAway(greeting.group(1)))
                .findFirst();
    }

    /** RFC 5321, section 3.1: it may greet with a refusal. */
    private static String turnedAway(String code) {
        if (code.startsWith("5")) {
            return "greets us with a refusal (" + code
                    + "): it serves nobody now, or not this machine's address. Its log"
                    + " says which; whoever runs it can let this machine in.";
        }
        return code.startsWith("4")
                ? "is too busy to greet us (" + code + ")."
                : "does not greet as an SMTP server does. Check spring.mail.host and spring.mail.port.";
    }

    private RelayTrouble person(String what) {
        return new RelayTrouble("Relay " + relay + " " + what, Cure.PERSON);
    }

    private RelayTrouble time(String what) {
        return new RelayTrouble("Relay " + relay + " " + what, Cure.TIME);
    }

    private static boolean has(Exception problem, Class<? extends Exception> kind) {
        return causes(problem).anyMatch(kind::isInstance);
    }

    private static boolean says(Exception problem, String words) {
        return causes(problem)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(words));
    }

    private static String deepest(Exception problem) {
        var deepest = causes(problem).reduce(problem, (above, below) -> below);
        return Reply.oneLine(String.valueOf(deepest.getMessage()));
    }

    private static Stream<Throwable> causes(Exception problem) {
        return Stream.iterate((Throwable) problem, cause -> cause != null, Throwable::getCause);
    }
}
