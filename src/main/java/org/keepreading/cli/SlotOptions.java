package org.keepreading.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import org.keepreading.newsletter.Newsletters;
import org.springframework.context.ApplicationContext;
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

    Instant slot(ApplicationContext app) {
        return at != null
                ? at.in(app.getBean(Newsletters.class).get(newsletter).zone())
                : app.getBean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
