package org.keepreading.node;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the server give signs of life from before its senders begin until after they ended. */
@Component
@ConditionalOnWebApplication
class Pulse implements SmartLifecycle {
    private static final int BEFORE_SENDERS = 0;

    private final Heartbeat heartbeat;
    private volatile @Nullable Presence presence;

    Pulse(Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
    }

    @Override
    public void start() {
        presence = heartbeat.begin("serve");
    }

    @Override
    public void stop() {
        var ended = presence;
        presence = null;
        if (ended != null) {
            ended.close();
        }
    }

    @Override
    public boolean isRunning() {
        return presence != null;
    }

    @Override
    public int getPhase() {
        return BEFORE_SENDERS;
    }
}
