package org.keepreading.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.keepreading.KeepReading;

/** The real program in front of somebody at a terminal: a pseudo-terminal, by {@code script} of util-linux, which each Debian has. */
public final class PseudoTerminal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private static final char CONTROL_C = 3;

    private final Process script;
    private final Path output;

    private PseudoTerminal(Process script, Path output) {
        this.script = script;
        this.output = output;
    }

    /** @param settings "key=value" */
    public static PseudoTerminal runs(List<String> settings, String... words) {
        try {
            var folder = Files.createTempDirectory("keepreading-terminal-");
            var output = folder.resolve("output.txt");
            var process = new ProcessBuilder(
                            "script", "--quiet", "--return", "--command", command(settings, words), "/dev/null")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new PseudoTerminal(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String command(List<String> settings, String... words) {
        var command = new ArrayList<>(List.of(
                "exec",
                "env",
                "--default-signal=INT,HUP", // they are ignored where the tests themselves run in the background
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1"));
        settings.forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of("-cp", classPath(), KeepReading.class.getName()));
        command.addAll(Arrays.asList(words));
        return command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }

    /** Absolute, as the program has a folder of its own. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Somebody presses Ctrl-C: the terminal makes a signal of it. */
    public void interrupt() {
        types(String.valueOf(CONTROL_C));
    }

    /** Somebody answers, and presses Enter. */
    public void answers(String words) {
        types(words + "\r");
    }

    private void types(String keys) {
        try {
            script.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
            script.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program hears what it hears where its terminal is closed, while this one still shows what it says. */
    public void hangUp() {
        var programs = script.descendants().map(process -> String.valueOf(process.pid()));
        try {
            new ProcessBuilder(
                            Stream.concat(Stream.of("kill", "-HUP"), programs).toList())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it shows so far, its lines ended by CR LF as a terminal has them. */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it shows this. */
    public void awaitOutput(String words) {
        Awaitility.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> output().contains(words));
    }

    /** Waits until the program has ended; returns its exit status. */
    public int awaitEnd() {
        try {
            if (!script.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The program did not end.\n" + output());
            }
            return script.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        script.descendants().forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly();
    }
}
