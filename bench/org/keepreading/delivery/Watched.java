package org.keepreading.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program that sends and does not measure itself, such as Postfix' smtp-source: see bench/README.md. */
final class Watched {
    private final Process process;
    private Duration cpu = Duration.ZERO;
    private long peak;

    private Watched(Process process) {
        this.process = process;
    }

    /** @param words NAME CONNECTIONS MESSAGES BYTES COMMAND ... */
    public static void main(String... words) throws IOException, InterruptedException {
        var command = List.of(words).subList(4, words.length);
        var watch = new Stopwatch();
        var watched = new Watched(new ProcessBuilder(command).inheritIO().start());
        watched.awaitEnd(command);
        Stopwatch.row(words[0], Integer.parseInt(words[1]), Long.parseLong(words[2]), Integer.parseInt(words[3]),
                watch.time(), watched.cpu, watched.peak);
    }

    private void awaitEnd(List<String> command) throws InterruptedException {
        do {
            look();
        } while (!process.waitFor(10, TimeUnit.MILLISECONDS));
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }

    /** What was seen last counts: of a process that has ended there is nothing to see. */
    private void look() {
        cpu = process.info().totalCpuDuration().orElse(cpu);
        peak = Math.max(peak, Stopwatch.peakOf(process.pid()));
    }
}
