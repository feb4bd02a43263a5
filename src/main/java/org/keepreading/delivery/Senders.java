package org.keepreading.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.relay.Backoff;
import org.keepreading.relay.RelayLimits;
import org.keepreading.relay.Relays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes editions to their audiences. Any number of processes may do so at the same time. */
@Component
public class Senders implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Senders.class);

    private final Claims claims;
    private final EditionEnd end;
    private final Dispatch dispatch;
    private final Outcomes outcomes;
    private final Deliveries deliveries;
    private final Editions editions;
    private final Relays relays;
    private final DeliverySettings settings;
    private final AudienceCounts counts;
    private final WakeUp wakeUp;
    private final Clock clock;
    private final Backoff backoff;
    private final Set<SenderThreads> groups = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Senders(
            Claims claims,
            EditionEnd end,
            Dispatch dispatch,
            Outcomes outcomes,
            Deliveries deliveries,
            Editions editions,
            Relays relays,
            DeliverySettings settings,
            RelayLimits limits,
            AudienceCounts counts,
            WakeUp wakeUp,
            Meters meters,
            Clock clock) {
        this.claims = claims;
        this.end = end;
        this.dispatch = dispatch;
        this.outcomes = outcomes;
        this.deliveries = deliveries;
        this.editions = editions;
        this.relays = relays;
        this.settings = settings;
        this.counts = counts;
        this.wakeUp = wakeUp;
        this.clock = clock;
        backoff = limits.backoff(clock);
        meters.held(() -> groups.stream().mapToInt(SenderThreads::inHand).sum());
    }

    /** Sends whatever is due, of all editions, until it is stopped. */
    public void start() {
        stopping = false;
        threads(null);
    }

    /** Lets messages in flight finish, and gives the rest of what is in hand back to others. */
    public void stop() {
        stopping = true;
        wakeUp.call();
        groups.forEach(this::dismiss);
    }

    /** Has {@link #drain} end: messages in flight finish, within {@link #patience}, and the rest waits. */
    public void interrupt() {
        stopping = true;
        wakeUp.call();
    }

    /** How long messages in flight may take to finish. */
    public Duration patience() {
        return settings.patience();
    }

    public boolean isRunning() {
        return !groups.isEmpty();
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Works on one edition until it is delivered, paused or cancelled, or all that is left are readers whose mail was
     * deferred for longer than a moment. Others may be at work on it.
     *
     * @throws SendingStopped where only a person can make the relay take mail, or this process is told to stop
     */
    public Progress drain(long editionId) {
        var threads = threads(editionId);
        try {
            await(editionId, threads);
        } finally {
            dismiss(threads);
        }
        return deliveries.progress(editionId);
    }

    private void await(long editionId, SenderThreads threads) {
        try {
            while (editions.get(editionId).status() == EditionStatus.SENDING && !end.isLeftToStragglers(editionId)) {
                complain(threads);
                wakeUp.await(settings.poll());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void complain(SenderThreads threads) {
        if (stopping) {
            throw new SendingStopped("Stopped. The rest waits: send again, or have a server do it.");
        }
        claims.doubt().ifPresent(doubt -> {
            throw new SendingStopped("Nothing is sent. " + doubt);
        });
        threads.complaint().ifPresent(complaint -> {
            throw new SendingStopped(complaint + " The rest waits: send again when that is done.");
        });
    }

    private SenderThreads threads(@Nullable Long onlyEdition) {
        var threads = new SenderThreads(onlyEdition, settings.lease(), clock);
        groups.add(threads);
        counts.begin();
        threads.start(relays.connections(), this::sender);
        return threads;
    }

    private Runnable sender(SenderThreads threads) {
        return new SenderThread(threads, claims, end, dispatch, relays, backoff, wakeUp, settings.poll());
    }

    private void dismiss(SenderThreads threads) {
        if (groups.remove(threads) && !threads.stop(settings.patience())) {
            log.warn("Messages in flight did not end within {}: they may go twice.", settings.patience());
            outcomes.giveUp();
        }
        if (groups.isEmpty()) {
            relays.hangUp();
        }
    }
}
