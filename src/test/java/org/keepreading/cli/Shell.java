package org.keepreading.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keepreading.KeepReading;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs commands, each with the whole program, on a database of their own. */
final class Shell {
    private final List<String> settings = new ArrayList<>();

    /** @param more "key=value" */
    Shell(String... more) {
        this(TestDatabase.H2.freshUrl(), List.of(more));
    }

    private Shell(List<String> settings) {
        this.settings.addAll(settings);
    }

    private Shell(String url, List<String> more) {
        settings.addAll(List.of(
                "spring.datasource.url=" + url,
                "spring.datasource.username=postgres",
                "spring.datasource.password=" + TestDatabase.PASSWORD));
        if (more.stream().noneMatch(setting -> setting.startsWith("keepreading.public-url="))) {
            settings.add("keepreading.public-url=" + Harbour.PUBLIC_URL);
        }
        settings.addAll(more);
    }

    /** On a database that is there. */
    static Shell on(String url) {
        return new Shell(url, List.of());
    }

    /** The same, with this setting as well. */
    Shell with(String setting) {
        var name = setting.substring(0, setting.indexOf('=') + 1);
        return new Shell(Stream.concat(settings.stream().filter(other -> !other.startsWith(name)), Stream.of(setting))
                .toList());
    }

    Installation installation() {
        return new Installation(KeepReading.class, settings, new HomeOption(Map.of()), words -> {});
    }

    /** What a server will tell in its log of what these commands did. */
    List<String> told() {
        try (var app = installation().open().context()) {
            return app.getBean(JdbcClient.class)
                    .sql("select line from journal_line order by id")
                    .query(String.class)
                    .list();
        }
    }

    Ran run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var status = new CommandLineEdge(
                        KeepReading.class, settings, new PrintWriter(out, true), new PrintWriter(err, true))
                .run(words);
        return new Ran(status, plain(out), plain(err));
    }

    private static String plain(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** What a command left: its exit status, and what it printed. */
    record Ran(int status, String out, String err) {}
}
