package org.keepreading.web.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.keepreading.publishing.MailStaysHere;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.subethamail.smtp.server.SMTPServer;

/** A relay on the loopback address that keeps the newest messages in memory and delivers none. */
public final class MailCatcher implements MailStaysHere, AutoCloseable {
    static final int KEPT = 500;
    private static final int LARGEST = 2 * 1024 * 1024;

    private final Clock clock;
    private final SMTPServer server;
    private final Deque<CaughtMessage> newestFirst = new ArrayDeque<>();
    private final Lock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private long caught;
    private boolean closed;

    private MailCatcher(Clock clock) {
        this.clock = clock;
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Keep Reading's mail catcher")
                .insertReceivedHeaders(false)
                .maxMessageSize(LARGEST)
                .messageHandler((context, from, to, data) -> keep(from, to, data))
                .build();
    }

    /** Listens on a free port from now on. */
    public static MailCatcher start(Clock clock) {
        var catcher = new MailCatcher(clock);
        catcher.server.start();
        return catcher;
    }

    /** An initializer for the demo's application: makes a catcher its relay, and a bean that is closed with it. */
    public static void install(ConfigurableApplicationContext context) {
        var catcher = start(Clock.systemUTC());
        ((GenericApplicationContext) context).registerBean(MailCatcher.class, () -> catcher);
        context.getEnvironment().getPropertySources().addFirst(catcher.asRelay());
    }

    private MapPropertySource asRelay() {
        return new MapPropertySource(
                "mail catcher",
                Map.of(
                        "spring.mail.host",
                        InetAddress.getLoopbackAddress().getHostAddress(),
                        "spring.mail.port",
                        port(),
                        "spring.mail.username",
                        "",
                        "spring.mail.password",
                        ""));
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** How many messages came, those that are no longer kept as well. */
    public long caught() {
        lock.lock();
        try {
            return caught;
        } finally {
            lock.unlock();
        }
    }

    /** The newest first, at most 500. */
    public List<CaughtMessage> messages() {
        return after(0);
    }

    /** Those that came after the one of this number, the newest first. */
    public List<CaughtMessage> after(long number) {
        lock.lock();
        try {
            return newestFirst.stream()
                    .filter(message -> message.number() > number)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    public Optional<CaughtMessage> find(long number) {
        return messages().stream().filter(message -> message.number() == number).findFirst();
    }

    /** Waits until so many messages came in all; {@code false} when the time was over first, or the catcher was closed. */
    public boolean await(long count, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (caught < count && left > 0 && !closed) {
                left = arrival.awaitNanos(left);
            }
            return caught >= count;
        } finally {
            lock.unlock();
        }
    }

    private void keep(String from, String to, byte[] data) {
        lock.lock();
        try {
            caught++;
            newestFirst.addFirst(message(from, to, new String(data, ISO_8859_1)));
            if (newestFirst.size() > KEPT) {
                newestFirst.removeLast();
            }
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private CaughtMessage message(String from, String to, String source) {
        var opened = OpenedMessage.of(source);
        return new CaughtMessage(caught, clock.instant(), from, to, opened.name(), opened.subject(), source);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
        server.stop();
    }
}
