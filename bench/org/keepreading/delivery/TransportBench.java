package org.keepreading.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import java.util.function.IntSupplier;
import org.keepreading.letter.BenchLetters;
import org.keepreading.relay.BenchRelay;
import org.keepreading.relay.Message;

/** Sends one letter of 60 KB to many readers, through our connections or Jakarta Mail's sendMessage: see bench/README.md. */
final class TransportBench {
    private final int port;
    private final BenchLetters letters;

    private TransportBench(int port, BenchLetters letters) {
        this.port = port;
        this.letters = letters;
    }

    /** @param words NAME PORT CONNECTIONS MESSAGES spliced|data|signed|signed-twice|angus|angus-nodelay */
    public static void main(String... words) throws Exception {
        var race = new Race(words[0], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        var bench = new TransportBench(Integer.parseInt(words[1]), new BenchLetters(words[4]));
        race.run(bench.lane(words[4]), bench.letters.message(1).size());
    }

    private Race.Lane lane(String way) {
        return switch (way) {
            case "angus" -> next -> sendByAngus(next, false);
            case "angus-nodelay" -> next -> sendByAngus(next, true);
            case "data" -> next -> sendByUs(next, "-1");
            default -> next -> sendByUs(next, "1");
        };
    }

    private void sendByUs(IntSupplier next, String chunksize) throws Exception {
        BenchRelay.send(port, chunksize, next, letters::message);
    }

    private void sendByAngus(IntSupplier next, boolean noDelay) throws Exception {
        var session = Session.getInstance(new Properties());
        try (var transport = new JakartaConnection(session, port, noDelay)) {
            for (var number = next.getAsInt(); number > 0; number = next.getAsInt()) {
                var message = letters.message(number);
                transport.send(new Written(session, message), new Address[] {new InternetAddress(message.recipient())});
            }
        }
    }

    /** The same bytes as Jakarta Mail takes them. */
    private static final class Written extends MimeMessage {
        private final Message message;

        Written(Session session, Message message) throws MessagingException {
            super(session);
            this.message = message;
            setFrom(message.sender());
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            message.writeTo(out);
        }
    }
}
