package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.testing.Harbour.CITY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keepreading.edition.Candidate;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Edition;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Selection;
import org.keepreading.edition.TemplateFiles;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.testing.Harbour;

/** Pausing, resuming, cancelling, correcting and showing editions by command. */
class EditionsCommandTest {
    private final Shell shell = new Shell();
    private long id;

    @BeforeEach
    void freezeMondaysEdition() {
        var bridge = Harbour.teaser(CITY, "The bridge opens", "2026-03-01T18:00:00Z");
        var tide = Harbour.teaser(CITY, "Tide tables", "2026-02-20T18:00:00Z");
        var daily = Harbour.daily();
        var edition = new Edition(
                0, daily, Instant.parse("2026-03-02T07:00:00Z"), new Edition.Lead(CITY, bridge), List.of(), List.of());
        try (var app = shell.installation().open().context()) {
            app.getBean(Newsletters.class).apply(daily);
            id = app.getBean(Editions.class)
                    .freeze(
                            new Selection(
                                    edition,
                                    List.of(
                                            new Candidate(bridge, true, "lead"),
                                            new Candidate(tide, false, "too old: from 20 February"))),
                            new TemplateFiles("digest", Map.of()),
                            Cause.HAND)
                    .id();
        }
    }

    @Test
    void showsWhyEachCandidateIsInOrNot() {
        var shown = shell.run("editions", "show", "daily");

        assertThat(shown.status()).isZero();
        assertThat(shown.out())
                .startsWith("Edition " + id + " of daily for 2026-03-02 07:00 WET, by hand: sending\n")
                .contains("deliveries 0 sent, 0 deferred, 0 failed, 0 skipped, 0 left\n")
                .contains("+ city           The bridge opens (lead)\n")
                .contains("- city           Tide tables (too old: from 20 February)\n");
        assertThat(shell.run("editions", "show", Long.toString(id), "--json").out())
                .contains("\"slot\" : \"2026-03-02T07:00:00Z\"")
                .contains("\"reason\" : \"too old: from 20 February\"");
    }

    @Test
    void pausesResumesAndCancels() {
        assertThat(shell.run("editions", "pause", "daily", "--reason", "a wrong headline")
                        .status())
                .isZero();
        assertThat(shell.run("editions", "list").out())
                .contains("daily                2026-03-02 07:00 WET       paused: a wrong headline\n");

        assertThat(shell.run("editions", "resume", Long.toString(id)).out())
                .isEqualTo("Edition " + id + " of daily goes on: 0 sent, 0 failed, 0 skipped, 0 left, nobody twice.\n");
        assertThat(shell.run("editions", "cancel", Long.toString(id)).status()).isZero();

        var resumed = shell.run("editions", "resume", Long.toString(id));
        assertThat(resumed.status()).isEqualTo(1);
        assertThat(resumed.err()).contains("is cancelled already, so there is nothing to resume.");
    }

    @Test
    void keepsItsNewsletterFromBeingRemovedUntilItIsDone() {
        var tooEarly = shell.run("newsletters", "remove", "daily", "--yes");
        shell.run("editions", "cancel", "daily");
        var unsure = shell.run("newsletters", "remove", "daily");
        var removed = shell.run("newsletters", "remove", "daily", "--yes");

        assertThat(tooEarly.status()).isEqualTo(1);
        assertThat(tooEarly.err())
                .isEqualTo("Edition %d of daily is not done. Wait until it is, or end it: editions cancel %d.%n"
                        .formatted(id, id));
        assertThat(unsure.err()).startsWith("Nothing was removed: there is no terminal to ask on.");
        assertThat(removed.out()).startsWith("daily is removed.");
        assertThat(shell.run("newsletters", "list").out()).isEmpty();
        assertThat(shell.run("editions", "show", "daily").out()).contains("for 2026-03-02 07:00 WET");
    }

    @Test
    void saysWhereANewsletterHasNoEdition() {
        var shown = shell.run("editions", "show", "weekly");

        assertThat(shown.status()).isEqualTo(1);
        assertThat(shown.err())
                .isEqualTo("Newsletter \"weekly\" has no edition yet. \"editions list\" shows those there are.\n");
    }
}
