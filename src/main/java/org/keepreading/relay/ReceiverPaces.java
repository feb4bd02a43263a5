package org.keepreading.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keepreading.relay.Answer.Accepted;
import org.keepreading.relay.Answer.Deferred;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps to what receivers take: domains with the same mail servers are one receiver. */
@Component
public class ReceiverPaces {
    private static final Logger log = LoggerFactory.getLogger(ReceiverPaces.class);

    /** Those mailed last; whoever gets a few messages needs no pace. */
    private static final int KEPT = 5_000;

    private final DomainRates rates;
    private final Receivers receivers;
    private final Clock clock;
    private final Map<String, ReceiverPace> paces = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReceiverPace> eldest) {
            return size() > KEPT;
        }
    });
    private volatile Map<String, Duration> set = Map.of();
    private volatile boolean limiting;

    ReceiverPaces(RelayLimits settings, Receivers receivers, Clock clock) {
        rates = settings.domainRates();
        this.receivers = receivers;
        this.clock = clock;
    }

    /**
     * Waits where it is a moment until the receiver takes a message; says until when to hold it back where it is longer.
     *
     * @param fresh whether the message was not held back before
     */
    public Optional<HeldBack> hold(String domain, boolean fresh) {
        var receiver = receiver(domain);
        var turn = pace(receiver).take(clock.instant(), !fresh);
        sleep(turn.pause().toNanos());
        return turn.comeAgain()
                .map(until -> new HeldBack(receiver + " takes no more at a time: held back until its turn", until));
    }

    /** What became of a message. */
    public void heard(String domain, Answer answer) {
        if (answer instanceof Accepted) {
            pace(receiver(domain)).count(clock.instant());
        } else if (answer instanceof Deferred deferred && deferred.reply().asksForLess()) {
            slowDown(receiver(domain), deferred);
        }
    }

    private void slowDown(String receiver, Deferred deferred) {
        var pace = pace(receiver);
        if (pace.slowDown(clock.instant())) {
            limiting = true;
            log.info("{} is mailed half as fast, as it says \"{}\".", receiver, deferred.words());
        }
    }

    private ReceiverPace pace(String receiver) {
        return paces.computeIfAbsent(receiver, it -> new ReceiverPace(set.get(it)));
    }

    /** Asked for only where it matters: where nothing is limited, a domain is a receiver of its own. */
    private String receiver(String domain) {
        if (!rates.isEmpty() && set.isEmpty()) {
            set = rates.byReceiver(receivers);
            limiting = true;
        }
        return limiting ? receivers.of(domain) : domain;
    }

    /** It is not the message's turn. */
    public record HeldBack(String reason, Instant until) {}

    private static void sleep(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
