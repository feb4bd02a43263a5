package org.keepreading.vital;

import java.util.concurrent.ThreadFactory;

/** Threads that the process does not wait for at its end. */
public final class Daemon {
    private Daemon() {}

    /** One that begins when it is told to. */
    public static Thread thread(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    public static void start(String name, Runnable task) {
        thread(name, task).start();
    }

    /** Of threads that all have this name. */
    public static ThreadFactory factory(String name) {
        return task -> thread(name, task);
    }
}
