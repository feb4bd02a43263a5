package org.keepreading.delivery;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** So many messages through so many connections side by side, after a fifth as many until the code is compiled. */
record Race(String what, int connections, int messages) {

    /** Sends, through a connection of its own, the message of each number that it is given; 0: no more. */
    interface Lane {
        void send(IntSupplier next) throws Exception;
    }

    /** Prints a row for bench/table. */
    void run(Lane lane, int bytes) throws Exception {
        send(lane, messages / 5);
        var watch = new Stopwatch();
        send(lane, messages);
        watch.row(what, connections, messages, bytes);
    }

    private void send(Lane lane, int count) throws Exception {
        var left = new AtomicInteger(count);
        Callable<Void> work = () -> {
            lane.send(() -> Math.max(0, left.getAndDecrement()));
            return null;
        };
        var threads = Executors.newFixedThreadPool(connections);
        try {
            for (var done : threads.invokeAll(Collections.nCopies(connections, work))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
