package org.keepreading.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * The program as it was started, until it is closed.
 *
 * @param stopped at zero, a signal is ending the process
 */
record Running(ConfigurableApplicationContext context, CountDownLatch stopped) implements AutoCloseable {

    Running(ConfigurableApplicationContext context) {
        this(context, new CountDownLatch(1));
    }

    App app() {
        return App.of(context);
    }

    /** Where it serves its pages; -1: it has none. */
    int port() {
        var server = context instanceof WebServerApplicationContext web ? web.getWebServer() : null;
        return server == null ? -1 : server.getPort();
    }

    boolean isActive() {
        return context.isActive();
    }

    /** Returns when the process was told to stop, and all is closed. */
    void awaitEnd() throws InterruptedException {
        var closed = new CountDownLatch(1);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        if (isActive()) { // else the end was before anybody listened
            closed.await();
        }
        close(); // waits for whoever closes it
    }

    /** What a stopped command would meet from here on, as a database that is closed below it, is nobody's business. */
    void awaitEndIfStopped() {
        while (stopped.getCount() == 0) {
            LockSupport.park();
        }
    }

    @Override
    public void close() {
        awaitEndIfStopped();
        context.close();
    }
}
