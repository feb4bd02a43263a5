package org.keepreading.source;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keepreading.source.SourceAttempts.Attempt;
import org.keepreading.vital.Daemon;

/** One attempt at a source, on a thread of its own, with a deadline for each of its steps. */
final class ReadingTurn implements Feeds.Gate {
    private final Attempt attempt;
    private final ReadingSlots places;
    private final SourceSettings settings;
    private final Thread thread;
    private final AtomicReference<@Nullable Semaphore> place = new AtomicReference<>();
    private volatile Deadline deadline;

    /** It begins when it is told to. */
    ReadingTurn(Attempt attempt, ReadingSlots places, SourceSettings settings, Feeds feeds) {
        this.attempt = attempt;
        this.places = places;
        this.settings = settings;
        deadline = Deadline.in(settings.timeout().multipliedBy(2), "gave no answer", "timeout");
        thread = Daemon.thread("source " + attempt.source().key(), () -> feeds.fetch(attempt, this));
    }

    void begin() {
        thread.start();
    }

    Attempt attempt() {
        return attempt;
    }

    /** Its thread may go on after it was given up: Java can't end one that does not listen. */
    boolean isAlive() {
        return thread.isAlive();
    }

    boolean isOverdue() {
        return deadline.isOver();
    }

    /** What to tell of it once it is overdue. */
    String complaint() {
        return attempt.source().url() + " " + deadline.complaint();
    }

    /** Its place is there for others at once. */
    void giveUp() {
        thread.interrupt();
        leave();
    }

    @Override
    public Fetched pass(Source source, long size, Supplier<Fetched> reading) throws InterruptedException {
        deadline = Deadline.NONE;
        place.set(places.take(source, size));
        try {
            deadline = Deadline.in(settings.readingTime(), "was not read to its end", "reading-time");
            return reading.get();
        } finally {
            deadline = Deadline.in(settings.timeout(), "did not hand out its pictures", "timeout");
            leave();
        }
    }

    private void leave() {
        var held = place.getAndSet(null);
        if (held != null) {
            held.release();
        }
    }

    /** When a step must be done, and what to say if it is not. */
    private record Deadline(long nanos, boolean isSet, String complaint) {
        static final Deadline NONE = new Deadline(0, false, "");

        static Deadline in(Duration time, String what, String setting) {
            var complaint =
                    "%s within %d s (keepreading.source.%s), and was given up. If that happens again ask whoever makes the feed for a shorter or simpler one; \"sources remove\" ends the tries."
                            .formatted(what, time.toSeconds(), setting);
            return new Deadline(System.nanoTime() + time.toNanos(), true, complaint);
        }

        boolean isOver() {
            return isSet && System.nanoTime() - nanos > 0;
        }
    }
}
