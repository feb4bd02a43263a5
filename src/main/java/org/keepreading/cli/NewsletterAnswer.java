package org.keepreading.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.ListKey;
import org.keepreading.newsletter.Newsletter;

/**
 * What {@code newsletters list --json} and {@code show --json} say of a newsletter.
 *
 * @param next the next slot; {@code null}: there is none by schedule
 * @param pausedSince {@code null}: its schedule is at work
 * @param mistakes what keeps every letter of it from being made
 */
record NewsletterAnswer(
        String key,
        String title,
        String language,
        String zone,
        @Nullable String schedule,
        @Nullable Instant next,
        @Nullable Instant pausedSince,
        String template,
        List<String> sections,
        List<String> lists,
        List<String> mistakes) {

    static NewsletterAnswer of(App app, Newsletter newsletter) {
        var schedule = newsletter.schedule();
        var paused = app.newsletters().pausedSince(newsletter.key());
        return new NewsletterAnswer(
                newsletter.key().value(),
                newsletter.title(),
                newsletter.language().toLanguageTag(),
                newsletter.zone().getId(),
                schedule == null ? null : schedule.cron(),
                paused.isPresent()
                        ? null
                        : next(newsletter, app.clock().instant()).orElse(null),
                paused.orElse(null),
                newsletter.template(),
                newsletter.sections().stream().map(plan -> plan.key().value()).toList(),
                newsletter.lists().stream().map(ListKey::value).toList(),
                newsletter.mistakes());
    }

    List<String> lines() {
        var first = "%-20s %s (%s)".formatted(key, title, due());
        return Stream.concat(Stream.of(first), mistakes.stream().map(mistake -> "  x " + mistake))
                .toList();
    }

    /** Such as {@code next 2026-03-03 07:00 WET}. */
    String due() {
        if (pausedSince != null) {
            return "paused since " + moment(pausedSince);
        }
        if (next != null) {
            return "next " + moment(next);
        }
        return schedule == null ? "by hand only" : "its schedule has ended";
    }

    private Moment moment(Instant instant) {
        return new Moment(instant, ZoneId.of(zone));
    }

    private static Optional<Instant> next(Newsletter newsletter, Instant now) {
        return Optional.ofNullable(newsletter.schedule()).flatMap(schedule -> schedule.next(newsletter.zone(), now));
    }
}
