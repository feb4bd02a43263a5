package org.keepreading.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.source.Rules;
import org.keepreading.source.SourceKey;
import org.keepreading.web.demo.SampleNewsroom;

/** Does for the sample newsroom what a real one does by its commands, and wakes Quartz for an edition. */
record DemoNewsroom(App app, URI site) {

    /** @return how many readers the edition goes to */
    long publish() throws IOException {
        var slot = app.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        var sample = new SampleNewsroom(site, slot);
        withFile(sample.teasers(), file -> app.feeds().importFile(file, new SourceKey("sample"), Rules.none()));
        var newsletter = NewsletterFile.parse("newsletter.yaml", sample.newsletter());
        var readers = subscribe(sample, newsletter);
        send(newsletter, slot);
        return readers;
    }

    private long subscribe(SampleNewsroom sample, Newsletter newsletter) throws IOException {
        var list = newsletter.lists().get(0);
        app.lists().ensure(list, newsletter.title());
        return withFile(
                        sample.subscribers(),
                        file -> app.subscriberImport().read(file, list, Map.of(), entry -> {}, refused -> {}))
                .taken();
    }

    private void send(Newsletter newsletter, Instant slot) {
        app.newsletters().apply(newsletter);
        app.alarms().ring(newsletter.key(), slot);
    }

    private static <T> T withFile(String content, Reading<T> reading) throws IOException {
        var file = Files.createTempFile("keepreading-demo-", content.startsWith("[") ? ".json" : ".csv");
        try {
            return reading.read(Files.writeString(file, content));
        } finally {
            Files.delete(file);
        }
    }

    private interface Reading<T> {
        T read(Path file) throws IOException;
    }
}
