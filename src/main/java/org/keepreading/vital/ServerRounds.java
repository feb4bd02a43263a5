package org.keepreading.vital;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** What a server does in {@link Rounds}, from when it is up until it is told to stop. */
public abstract class ServerRounds implements SmartLifecycle {
    private final String thread;
    private final Duration pause;
    private volatile @Nullable Rounds rounds;

    /** @param pause between two turns; the first is taken at once */
    protected ServerRounds(String thread, Duration pause) {
        this.thread = thread;
        this.pause = pause;
    }

    /** See {@link Rounds} for what an exception costs. */
    protected abstract void takeTurn();

    @Override
    public void start() {
        rounds = Rounds.begin(thread, Duration.ZERO, pause, this::takeTurn);
    }

    /** A turn that has begun goes on to its end; nobody waits for it. */
    @Override
    public void stop() {
        var ended = rounds;
        rounds = null;
        if (ended != null) {
            ended.close();
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
