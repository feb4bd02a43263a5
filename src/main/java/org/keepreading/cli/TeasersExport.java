package org.keepreading.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.source.TeasersFile;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code teasers export}: teasers as the file that {@code import} takes. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Teasers as teasers.json, which \"import\" takes.")
final class TeasersExport implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TeaserFilter filter = new TeaserFilter();

    @Option(names = "--out", paramLabel = "FILE.json", description = "Where to write (default: standard output).")
    private @Nullable Path file;

    TeasersExport(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return installation.with(app -> {
            write(TeasersFile.write(
                    app.teasers().list(filter.most(Integer.MAX_VALUE)),
                    app.sections().all()));
            return 0;
        });
    }

    private void write(String teasers) throws IOException {
        if (file == null) {
            spec.commandLine().getOut().println(Laid.json(teasers));
        } else {
            Files.writeString(file, teasers + "\n");
        }
    }
}
