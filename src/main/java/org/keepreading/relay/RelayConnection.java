package org.keepreading.relay;

import static org.keepreading.relay.SmtpStage.DATA;
import static org.keepreading.relay.SmtpStage.DOT;
import static org.keepreading.relay.SmtpStage.MAIL;
import static org.keepreading.relay.SmtpStage.RCPT;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.keepreading.relay.Answer.Accepted;
import org.keepreading.relay.Answer.Unanswered;
import org.keepreading.relay.RelayTrouble.Cure;
import org.keepreading.relay.Wire.Breach;

/**
 * One open connection to a relay, for one thread. Messages go past Jakarta Mail straight to the socket, for Jakarta Mail
 * waits for the reply to each command: MAIL, RCPT and DATA together where the relay offers PIPELINING (RFC 2920), and the
 * message with them where it offers CHUNKING as well (BDAT, RFC 3030), which is one round trip instead of two.
 */
final class RelayConnection implements AutoCloseable {
    private static final String CRLF = "\r\n";
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private final String relay;
    private final Duration patience;
    private final SMTPTransport session;
    private final Wire wire;
    private final boolean pipelining;
    private final boolean chunking;
    private final boolean announcingSize;
    private final long largest;
    private boolean resetting;

    RelayConnection(RelaySettings settings, SMTPTransport session, Wire wire) {
        relay = settings.name();
        patience = settings.replyTime().multipliedBy(2).plus(settings.writeTime());
        this.session = session;
        this.wire = wire;
        pipelining = session.supportsExtension("PIPELINING");
        chunking = pipelining && settings.isChunking() && session.supportsExtension("CHUNKING");
        announcingSize = session.supportsExtension("SIZE");
        largest = limit(session.getExtensionParameter("SIZE"));
    }

    /** Trouble means that the message was not taken, and is not to blame. */
    Answer send(Message message) throws RelayTrouble {
        checkSize(message);
        wire.hurry(patience);
        try {
            return chunking && !resetting ? sendAtOnce(message) : converse(message, begin(message));
        } catch (IOException e) {
            wire.cut();
            var breach = wire.explain(e);
            return new Unanswered(sentence(breach.words()), breach.timedOut());
        } finally {
            wire.rest();
        }
    }

    /** What the relay showed when we encrypted; empty: we did not. */
    Optional<X509Certificate> certificate() throws RelayTrouble {
        try {
            return wire.certificate();
        } catch (IOException e) {
            throw trouble(wire.explain(e));
        }
    }

    /** Not after the relay took its leave, or did what none may. */
    boolean isOpen() {
        return wire.isOpen();
    }

    @Override
    public void close() {
        wire.hurry(FAREWELL);
        try {
            session.close();
        } catch (MessagingException e) {
            // the relay was gone already
        }
        wire.cut();
    }

    /** What no reader is to blame for is not tried on each of them (RFC 1870, section 6.1). */
    private void checkSize(Message message) throws RelayTrouble {
        if (message.size() > largest) {
            throw new RelayTrouble(
                    "Relay %s takes messages of at most %,d bytes, and this one has %,d. Have its limit raised, or shorten the newsletter."
                            .formatted(relay, largest, message.size()),
                    Cure.PERSON);
        }
    }

    /** None where it says 0, or nothing that is a number (section 4). */
    private static long limit(@Nullable String size) {
        var limit = size == null || !size.matches("[0-9]{1,18}") ? 0 : Long.parseLong(size);
        return limit == 0 ? Long.MAX_VALUE : limit;
    }

    /** Where a reply stays away the message may have been taken, whichever reply it is. */
    private Answer sendAtOnce(Message message) throws IOException, RelayTrouble {
        hearFarewell();
        wire.say(mail(message) + CRLF + rcpt(message) + CRLF + "BDAT " + message.size() + " LAST", message);
        var mail = heard();
        if (!MAIL.isGoAhead(mail)) {
            checkLetIn(mail);
            return refused(MAIL, mail, this::hearTwo);
        }
        var rcpt = heard();
        if (!RCPT.isGoAhead(rcpt)) {
            return refused(RCPT, rcpt, this::heard);
        }
        var last = wire.hear();
        resetting = !last.isPositive(); // what a refused BDAT leaves behind is nowhere said (RFC 3030, section 2)
        return conclude(last);
    }

    /** The reply to MAIL. Where none comes the relay is in trouble; from then on it may be this message. */
    private Reply begin(Message message) throws RelayTrouble {
        try {
            hearFarewell();
            wire.say(opening(message));
            hearReset();
            return heard();
        } catch (IOException e) {
            throw trouble(wire.explain(e));
        }
    }

    private Answer converse(Message message, Reply mail) throws IOException, RelayTrouble {
        if (!MAIL.isGoAhead(mail)) {
            checkLetIn(mail);
            return refused(MAIL, mail, () -> hearTheRest(MAIL));
        }
        var rcpt = answer(rcpt(message));
        if (!RCPT.isGoAhead(rcpt)) {
            return refused(RCPT, rcpt, () -> hearTheRest(RCPT));
        }
        var data = answer("DATA");
        if (!DATA.isGoAhead(data)) {
            return refused(DATA, data, () -> hearTheRest(DATA));
        }
        wire.say(message);
        return conclude(wire.hear());
    }

    private Answer conclude(Reply dot) throws IOException {
        if (dot.isFarewell()) {
            wire.cut();
        }
        return DOT.isGoAhead(dot) ? new Accepted(dot) : DOT.refusedBy(dot);
    }

    /** A relay that closes a connection which was idle, or carried enough, may say so. */
    private void hearFarewell() throws IOException, RelayTrouble {
        if (wire.hasMore()) {
            throw trouble("said \"" + wire.hear().text() + "\" unasked");
        }
    }

    private String opening(Message message) {
        var reset = resetting ? Stream.of("RSET") : Stream.<String>empty();
        var rest = pipelining ? Stream.of(rcpt(message), "DATA") : Stream.<String>empty();
        return Stream.of(reset, Stream.of(mail(message)), rest)
                .flatMap(commands -> commands)
                .collect(Collectors.joining(CRLF));
    }

    private String mail(Message message) {
        return "MAIL FROM:<" + message.sender() + ">" + (announcingSize ? " SIZE=" + message.size() : "");
    }

    private static String rcpt(Message message) {
        return "RCPT TO:<" + message.recipient() + ">";
    }

    private void hearReset() throws IOException, RelayTrouble {
        if (resetting && !heard().isPositive()) {
            throw trouble("refuses RSET");
        }
        resetting = false;
    }

    /** 530 asks for something else first: STARTTLS (RFC 3207, section 4), or a login (RFC 4954, section 6). */
    private void checkLetIn(Reply mail) throws RelayTrouble {
        if (mail.code() == 530) {
            wire.cut();
            throw new RelayTrouble(
                    sentence("takes no mail yet (" + mail.text() + ")") + " "
                            + (mail.text().toUpperCase(Locale.ROOT).contains("TLS")
                                    ? Diagnosis.SET_STARTTLS
                                    : "Set spring.mail.username and spring.mail.password."),
                    Cure.PERSON);
        }
    }

    private Reply answer(String command) throws IOException, RelayTrouble {
        if (!pipelining) {
            wire.say(command);
        }
        return heard();
    }

    private Reply heard() throws IOException, RelayTrouble {
        var reply = wire.hear();
        if (reply.isFarewell()) {
            throw trouble("closes the connection: " + reply.text());
        }
        return reply;
    }

    /** The refusal stands, whatever the relay still has to say to the commands that went out with it. */
    private Answer refused(SmtpStage stage, Reply reply, Rest rest) {
        resetting = true;
        try {
            rest.hear();
        } catch (IOException | RelayTrouble e) {
            wire.cut();
        }
        return stage.refusedBy(reply);
    }

    private void hearTwo() throws IOException, RelayTrouble {
        heard();
        heard();
    }

    private void hearTheRest(SmtpStage refused) throws IOException, RelayTrouble {
        if (pipelining && refused == MAIL) {
            heard();
        }
        if (pipelining && refused != DATA && DATA.isGoAhead(heard())) {
            sendNothing(refused);
        }
    }

    /** Without a recipient the relay waits for a message all the same; a lone dot ends that (RFC 2920, section 3.1). */
    private void sendNothing(SmtpStage refused) throws IOException, RelayTrouble {
        if (refused == MAIL) {
            wire.cut(); // there may be a recipient, who would get an empty message
        } else {
            wire.say(".");
            heard();
        }
    }

    private RelayTrouble trouble(String what) {
        return trouble(new Breach(what, false));
    }

    private RelayTrouble trouble(Breach breach) {
        wire.cut();
        return new RelayTrouble(sentence(breach.words()), Cure.TIME, breach.timedOut());
    }

    private String sentence(String what) {
        return "Relay " + relay + " " + what + ".";
    }

    /** The replies that are still to come. */
    @FunctionalInterface
    private interface Rest {
        void hear() throws IOException, RelayTrouble;
    }
}
