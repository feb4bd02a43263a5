package org.keepreading.relay;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.keepreading.relay.Answer.Accepted;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One of our connections to a sink on this machine. */
public final class BenchRelay {
    private BenchRelay() {}

    /**
     * Sends until there is nothing left.
     *
     * @param chunksize -1: by DATA
     * @param next the number of the next message; 0: there is none
     */
    public static void send(int port, String chunksize, IntSupplier next, IntFunction<Message> messages)
            throws RelayTrouble {
        var settings = new JavaMailSenderImpl();
        settings.getJavaMailProperties().setProperty("mail.smtp.chunksize", chunksize);
        settings.setHost("127.0.0.1");
        settings.setPort(port);
        try (var server = new RelayServer(Optional.of(settings));
                var connection = server.open()) {
            for (var number = next.getAsInt(); number > 0; number = next.getAsInt()) {
                var answer = connection.send(messages.apply(number));
                if (!(answer instanceof Accepted)) {
                    throw new IllegalStateException(answer.toString());
                }
            }
        }
    }
}
