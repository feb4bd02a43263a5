package org.keepreading.delivery;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the server's senders at work from when it is up until it is told to stop; a command has none. */
@Component
@ConditionalOnWebApplication
class ServerSending implements SmartLifecycle {
    private final Senders senders;
    private final DeliverySettings settings;

    ServerSending(Senders senders, DeliverySettings settings) {
        this.senders = senders;
        this.settings = settings;
    }

    @Override
    public void start() {
        senders.start();
    }

    @Override
    public void stop() {
        senders.stop();
    }

    @Override
    public boolean isRunning() {
        return senders.isRunning();
    }

    @Override
    public boolean isAutoStartup() {
        return settings.autoStartup();
    }
}
