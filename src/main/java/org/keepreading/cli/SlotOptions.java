package org.keepreading.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which newsletter a command is about, and for which slot. */
final class SlotOptions {
    @Parameters(paramLabel = "NEWSLETTER", description = "Its key; \"newsletters list\" shows them.")
    private NewsletterKey newsletter;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = {
                "The slot, and the clock by which teasers are picked (default: now).",
                "A time without offset, such as 2026-03-02T07:00, is of the newsletter's zone."
            })
    private @Nullable SlotTime at;

    NewsletterKey newsletter() {
        return newsletter;
    }

    Instant slot(App app) {
        return at != null
                ? at.in(app.newsletters().get(newsletter).zone())
                : app.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
