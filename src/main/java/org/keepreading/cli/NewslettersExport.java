package org.keepreading.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsletters export}: a newsletter as the file that {@code apply} takes. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "A newsletter as the file that \"apply\" takes.")
final class NewslettersExport implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NEWSLETTER", description = "Its key, such as \"daily\".")
    private NewsletterKey key;

    @Option(names = "--out", paramLabel = "FILE.yaml", description = "Where to write (default: standard output).")
    private @Nullable Path file;

    NewslettersExport(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        return installation.with(app -> {
            write(NewsletterFile.write(app.newsletters().get(key)));
            return 0;
        });
    }

    private void write(String yaml) throws IOException {
        if (file == null) {
            spec.commandLine().getOut().println(Laid.text(yaml));
        } else {
            Files.writeString(file, yaml);
        }
    }
}
