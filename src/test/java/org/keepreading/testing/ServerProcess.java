package org.keepreading.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.keepreading.KeepReading;

/** The real program as a process of its own, for tests that kill it. */
public final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern PORT = Pattern.compile(" is up at http://localhost:(\\d+),");

    private final Process process;
    private final Path output;

    private ServerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * {@code serve}, on a free port.
     *
     * @param settings each a key and its value; one of the Java machine's own is "-Xmx" and "256m"
     */
    public static ServerProcess serve(Map<String, String> settings) {
        return serve(KeepReading.class, settings);
    }

    /**
     * One that sends what is queued in the database to this relay, with leases short enough to wait for.
     *
     * @param more settings, each a key and its value
     */
    public static ServerProcess sending(String url, FaultyRelay relay, int connections, Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("spring.datasource.url", url);
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.password", TestDatabase.PASSWORD);
        settings.put("spring.mail.host", "localhost");
        settings.put("spring.mail.port", Integer.toString(relay.port()));
        settings.put("keepreading.delivery.connections", Integer.toString(connections));
        settings.put("keepreading.delivery.lease", "10s");
        return serve(settings);
    }

    /** The same, of a program that is not quite the usual one. */
    public static ServerProcess serve(Class<?> program, Map<String, String> settings) {
        try {
            var folder = Files.createTempDirectory("keepreading-server-");
            var all = new HashMap<>(settings);
            all.put("server.port", "0");
            return start(folder, command(program, all, "serve"), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@code demo}, as somebody types it in this folder.
     *
     * @param environment variables
     */
    public static ServerProcess demo(Path folder, Map<String, String> environment) {
        try {
            return start(folder, command(KeepReading.class, Map.of(), "demo"), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command, as somebody types it in this folder. */
    public static ServerProcess run(Path folder, String... words) {
        try {
            var command = command(KeepReading.class, Map.of(), words[0]);
            command.addAll(List.of(words).subList(1, words.length));
            return start(folder, command, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerProcess start(Path folder, List<String> command, Map<String, String> environment)
            throws IOException {
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), output);
    }

    private static List<String> command(Class<?> program, Map<String, String> settings, String word) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        settings.forEach(
                (name, value) -> command.add(name.startsWith("-X") ? name + value : "-D" + name + "=" + value));
        command.addAll(List.of("-cp", classPath(), program.getName(), word));
        return command;
    }

    /** In full, as it runs in a folder of its own. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** SIGKILL: nothing of it runs any more, no hook, no finally. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits until it ends by itself; returns its exit status. */
    public int awaitExit() {
        awaitEnd();
        return process.exitValue();
    }

    /** SIGTERM, and waits for its end. */
    public void terminate() {
        process.destroy();
        awaitEnd();
    }

    /** The most memory that it ever took, in MB, heap and all. */
    public long peakMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGSTOP: it does nothing, without knowing it. */
    public void suspend() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void wake() {
        signal("CONT");
    }

    /** What it printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it printed this. */
    public void awaitOutput(String words) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> output().contains(words) || !process.isAlive());
        if (!output().contains(words)) {
            throw new AssertionError("The server ended and never said \"" + words + "\".\n" + output());
        }
    }

    /** Waits until it says that it is there. */
    public void awaitUp() {
        awaitOutput(" is up at ");
    }

    /** Waits until it has ended, by itself; returns its exit status. */
    public int awaitStatus() {
        awaitEnd();
        return process.exitValue();
    }

    /** Where its pages are; waits until they are there. */
    public int port() {
        awaitUp();
        var matcher = PORT.matcher(output());
        if (!matcher.find()) {
            throw new AssertionError("The server does not say on which port its pages are.\n" + output());
        }
        return Integer.parseInt(matcher.group(1));
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private void signal(String name) {
        try {
            var status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("kill -" + name + " ended with " + status + ".\n" + output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The server did not end.\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
