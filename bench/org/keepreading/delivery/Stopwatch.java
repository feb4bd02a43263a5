package org.keepreading.delivery;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What a run takes: time, CPU of this process (user and system), and the peak of its memory. */
final class Stopwatch {
    private final long started = System.nanoTime();
    private final Duration cpuBefore = cpu();

    Duration time() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** A row for bench/table. */
    void row(String what, int connections, long messages, int bytes) {
        row(what, connections, messages, bytes, time(), cpu().minus(cpuBefore), peakOf("self"));
    }

    /** The same of another process. */
    static void row(
            String what, int connections, long messages, int bytes, Duration time, Duration cpu, long megabytes) {
        System.out.printf(
                Locale.ROOT,
                "%s\t%d\t%d\t%d\t%.1f\t%.3f\t%d%n",
                what, connections, messages, bytes, messages * 1e9 / time.toNanos(), cpu.toMillis() / (double) messages, megabytes);
    }

    /** The most that was resident (VmHWM), in megabytes; 0 where Linux does not say it (any more). */
    static long peakOf(Object process) {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static Duration cpu() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }
}
