package org.keepreading.node;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the server give signs of life from before its senders begin until after they ended. */
@Component
@ConditionalOnWebApplication
class Pulse implements SmartLifecycle {
    private static final int BEFORE_SENDERS = 0;

    private final Heartbeat heartbeat;
    private final String role;
    private volatile @Nullable Presence presence;

    Pulse(Heartbeat heartbeat, @Value("${keepreading.delivery.auto-startup:true}") boolean sends) {
        this.heartbeat = heartbeat;
        this.role = sends ? Node.SERVER : "pages";
    }

    @Override
    public void start() {
        presence = heartbeat.begin(role);
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
