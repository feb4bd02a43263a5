package org.keepreading.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/** Says what a command waits for, where a relay takes its time: mail servers may, and silence looks like a program that hangs. */
record RelayWait(PrintWriter err) {
    private static final Duration QUIET = Duration.ofSeconds(5);

    <T> T during(Supplier<T> work) {
        var alarm = new Timer("relay-wait", true);
        alarm.schedule(remark(), QUIET.toMillis());
        try {
            return work.get();
        } finally {
            alarm.cancel();
        }
    }

    private TimerTask remark() {
        return new TimerTask() {
            @Override
            public void run() {
                err.println("Waiting for the relay, which has not answered yet. Ctrl+C gives up.");
            }
        };
    }
}
