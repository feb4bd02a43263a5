package org.keepreading.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.keepreading.KeepReading;
import org.keepreading.testing.TestDatabase;
import picocli.CommandLine;

/** Runs commands, each with the whole program, on a database of their own. */
final class Shell implements AutoCloseable {
    private final Map<String, String> settings = Map.of(
            "spring.datasource.url", TestDatabase.H2.freshUrl(),
            "spring.datasource.username", "postgres",
            "spring.datasource.password", "");

    Shell() {
        settings.forEach(System::setProperty);
    }

    Ran run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var installation = new Installation(KeepReading.class);
        var status = Words.understoodBy(new CommandLine(new RootCommand(installation), new Parts(installation)))
                .setExecutionExceptionHandler(new Complaints())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Ran(status, plain(out), plain(err));
    }

    @Override
    public void close() {
        settings.keySet().forEach(System::clearProperty);
    }

    private static String plain(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** What a command left: its exit status, and what it printed. */
    record Ran(int status, String out, String err) {}
}
