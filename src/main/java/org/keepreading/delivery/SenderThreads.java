package org.keepreading.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keepreading.relay.RelayTrouble;
import org.keepreading.relay.RelayTrouble.Cure;
import org.keepreading.vital.Daemon;
import org.keepreading.vital.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Senders that work side by side, one for each connection, and the leases of what they have in hand. */
final class SenderThreads {
    private static final Logger log = LoggerFactory.getLogger(SenderThreads.class);
    private static final int RENEWALS_A_LEASE = 3;

    private final @Nullable Long onlyEdition;
    private final Duration lease;
    private final Clock clock;
    private final Set<Claim> inHand = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean on = true;
    private volatile @Nullable String complaint;
    private @Nullable Rounds renewing;

    /** @param onlyEdition {@code null}: any */
    SenderThreads(@Nullable Long onlyEdition, Duration lease, Clock clock) {
        this.onlyEdition = onlyEdition;
        this.lease = lease;
        this.clock = clock;
    }

    void start(int size, Function<SenderThreads, Runnable> sender) {
        var every = lease.dividedBy(RENEWALS_A_LEASE);
        renewing = Rounds.begin("lease-renewal", every, every, this::renewAll);
        for (var number = 1; number <= size; number++) {
            var thread = Daemon.thread("sender-" + number, sender.apply(this));
            threads.add(thread);
            thread.start();
        }
    }

    /** Lets messages in flight finish; returns whether they did in time. */
    boolean stop(Duration patience) {
        on = false;
        var deadline = System.nanoTime() + patience.toNanos();
        var done = threads.stream().allMatch(thread -> ended(thread, deadline - System.nanoTime()));
        if (renewing != null) {
            renewing.close();
        }
        return done;
    }

    @Nullable
    Long onlyEdition() {
        return onlyEdition;
    }

    /** How many claims its senders hold. */
    int inHand() {
        return inHand.size();
    }

    boolean isOn() {
        return on;
    }

    /** Kept for whoever waits for these threads, where only a person can end the trouble. */
    void report(RelayTrouble trouble) {
        if (trouble.cure() == Cure.PERSON) {
            complaint = trouble.getMessage();
        }
    }

    Optional<String> complaint() {
        return Optional.ofNullable(complaint);
    }

    /** The claim's lease is renewed until it is put down. */
    Held hold(Claim claim) {
        inHand.add(claim);
        return new Held(claim);
    }

    private void renewAll() {
        for (var claim : inHand) {
            try {
                claim.renew(clock.instant(), clock.instant().plus(lease));
            } catch (RuntimeException e) {
                log.warn("A lease could not be renewed: {}", e.getMessage()); // it ends, and its sender stops
            }
        }
    }

    private static boolean ended(Thread thread, long nanos) {
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
            return !thread.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A claim in hand; put down unfinished, its rest is at once there for others. */
    final class Held implements AutoCloseable {
        private final Claim claim;
        private boolean finished;

        Held(Claim claim) {
            this.claim = claim;
        }

        void finish() {
            claim.finish();
            finished = true;
        }

        @Override
        public void close() {
            inHand.remove(claim);
            if (!finished) {
                claim.release();
            }
        }
    }
}
