package org.keepreading.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An SMTP server on a loopback port that takes mail and keeps it, and fails where a test's script says so. */
public final class FaultyRelay implements AutoCloseable {

    /** Where in the dialogue a fault strikes: instead of the greeting, a command's reply, the reading of the message, the reply to its end. */
    public enum Stage {
        CONNECT,
        EHLO,
        STARTTLS,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        BODY,
        DOT,
        RSET,
        NOOP,
        QUIT
    }

    /**
     * A message that was taken.
     *
     * @param text its octets as ISO 8859-1, dots unstuffed
     */
    public record Mail(String envelopeSender, String recipient, String text) {

        /** The value of a header that stands on one line. */
        public String header(String name) {
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).trim())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No header " + name + " in:\n" + text));
        }
    }

    private record Rule(Stage stage, Predicate<String> line, AtomicInteger left, Fault fault) {
        boolean strikes(Stage now, String said) {
            return stage == now && line.test(said) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
    }

    private static final long PATIENCE_SECONDS = 180;

    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Mail> taken = new ArrayList<>();
    private final Map<Stage, Integer> reached = new ConcurrentHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final List<String> extensions = new CopyOnWriteArrayList<>(List.of("PIPELINING", "8BITMIME"));
    private volatile @Nullable String login;
    private volatile @Nullable SSLContext tls;
    private volatile boolean tlsFromTheStart;
    private volatile ServerSocket listener;
    private final int port;
    private int mostConnections;

    public FaultyRelay() {
        listener = listen(0);
        port = listener.getLocalPort();
    }

    public int port() {
        return port;
    }

    /** Offers exactly these extensions, such as {@code SIZE 1000}; STARTTLS and AUTH follow from the other methods. */
    public FaultyRelay offering(String... keywords) {
        extensions.clear();
        extensions.addAll(List.of(keywords));
        return this;
    }

    /** Takes mail only after this login (AUTH PLAIN or LOGIN). */
    public FaultyRelay requiringLogin(String user, String password) {
        login = "\0" + user + "\0" + password;
        return this;
    }

    /** Offers STARTTLS. */
    public FaultyRelay withStartTls(SSLContext context) {
        tls = context;
        return this;
    }

    /** Speaks TLS from the first byte, as port 465 does. */
    public FaultyRelay withImplicitTls(SSLContext context) {
        tls = context;
        tlsFromTheStart = true;
        return this;
    }

    /** Fails each time at this stage. */
    public FaultyRelay always(Stage stage, Fault fault) {
        return when(stage, line -> true, fault);
    }

    /** Fails the next times that this stage is reached. */
    public FaultyRelay next(int times, Stage stage, Fault fault) {
        rules.add(new Rule(stage, line -> true, new AtomicInteger(times), fault));
        return this;
    }

    /** Fails where the client's line (at DOT: the recipient) is such a one. */
    public FaultyRelay when(Stage stage, Predicate<String> line, Fault fault) {
        rules.add(new Rule(stage, line, new AtomicInteger(Integer.MAX_VALUE), fault));
        return this;
    }

    /** Refuses each recipient's first attempt, as RFC 6647 describes. */
    public FaultyRelay greylisting() {
        var known = ConcurrentHashMap.<String>newKeySet();
        return when(Stage.RCPT, known::add, Fault.reply("450 4.2.0 Greylisted, come again"));
    }

    /** Works from now on: the script is forgotten, and what hangs is let go by closing its connection. */
    public FaultyRelay heal() {
        rules.clear();
        closeSockets();
        return this;
    }

    /** Stops listening and resets every connection, as a killed server does. */
    public void die() {
        close();
    }

    /** Listens again on the port it had. */
    public void comeBack() {
        listener = listen(port);
    }

    public List<Mail> taken() {
        return locked(() -> List.copyOf(taken));
    }

    public List<Mail> takenFor(String recipient) {
        return taken().stream()
                .filter(mail -> mail.recipient().equals(recipient))
                .toList();
    }

    /** How many messages each recipient was sent. */
    public Map<String, Long> countByRecipient() {
        return taken().stream().collect(Collectors.groupingBy(Mail::recipient, Collectors.counting()));
    }

    /** The most connections that were open at once. */
    public int mostConnections() {
        return locked(() -> mostConnections);
    }

    /** How many connections are open. */
    public int connections() {
        return sockets.size();
    }

    /** How often the dialogue got to this stage. */
    public int reached(Stage stage) {
        return reached.getOrDefault(stage, 0);
    }

    /** Waits until so many messages in all were taken. */
    public void await(int messages) {
        await(() -> taken.size() >= messages, () -> "Waited for " + messages + " messages; " + taken.size() + " came.");
    }

    /** Waits until the dialogue got to this stage so often in all. */
    public void awaitAt(Stage stage, int times) {
        await(
                () -> reached(stage) >= times,
                () -> "Waited for " + stage + " to be reached " + times + " times; it was " + reached(stage) + ".");
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeSockets();
    }

    private void await(BooleanSupplier condition, Supplier<String> complaint) {
        lock.lock();
        try {
            var nanos = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!condition.getAsBoolean()) {
                if (nanos <= 0) {
                    throw new AssertionError(complaint.get());
                }
                nanos = something.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(complaint.get(), e);
        } finally {
            lock.unlock();
        }
    }

    private ServerSocket listen(int wanted) {
        try {
            var server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 500);
            start(() -> accept(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            locked(() -> mostConnections = Math.max(mostConnections, sockets.size()));
            new FaultyDialogue(this, socket).run();
        } catch (IOException e) {
            // the client went away, or a fault closed the connection: either is the test's business
        } finally {
            sockets.remove(socket);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "faulty-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void closeSockets() {
        for (var socket : sockets) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // it was closed already
            }
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            something.signalAll();
            lock.unlock();
        }
    }

    @Nullable
    Fault faultAt(Stage stage, String line) {
        locked(() -> reached.merge(stage, 1, Integer::sum));
        return rules.stream()
                .filter(rule -> rule.strikes(stage, line))
                .map(Rule::fault)
                .findFirst()
                .orElse(null);
    }

    void take(Mail mail) {
        locked(() -> taken.add(mail));
    }

    List<String> extensions() {
        return extensions;
    }

    @Nullable
    String login() {
        return login;
    }

    @Nullable
    SSLContext tls() {
        return tls;
    }

    boolean tlsFromTheStart() {
        return tlsFromTheStart;
    }
}
