package org.keepreading.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.ListKey;
import org.keepreading.home.OwnersOnly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code subscribers export}: everyone, or a list's subscribers, as a file that {@code import} takes. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes subscribers as CSV, as \"import\" takes it back: UTF-8, commas.",
            "A cell that an office program would run as a formula has an apostrophe before it; \"import\" takes it off again."
        })
final class SubscribersExport implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(names = "--list", paramLabel = "KEY", description = "Only who is on this list (default: everyone).")
    private @Nullable ListKey list;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Where to write (default: standard output).")
    private @Nullable Path file;

    SubscribersExport(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return installation.with(app -> {
            if (list != null) {
                KnownLists.of(app).get(list);
            }
            if (file == null) {
                write(app, spec.commandLine().getOut());
            } else {
                writeFile(app, file);
            }
            return 0;
        });
    }

    private void writeFile(App app, Path target) throws IOException {
        try (var writer = OwnersOnly.writer(target)) {
            write(app, writer);
        }
    }

    private void write(App app, Writer out) throws IOException {
        app.subscriberExport().write(list, out);
    }
}
