package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keepreading.newsletter.Newsletter;

/**
 * What {@code newsletters list --json} and {@code show --json} say of a newsletter.
 *
 * @param next the next slot; {@code null}: there is none by schedule
 */
record NewsletterAnswer(
        String key,
        String title,
        String language,
        String zone,
        @Nullable String schedule,
        @Nullable Instant next,
        String template,
        List<String> sections,
        List<String> lists) {

    static NewsletterAnswer of(Newsletter newsletter, Instant now) {
        var schedule = newsletter.schedule();
        return new NewsletterAnswer(
                newsletter.key().value(),
                newsletter.title(),
                newsletter.language().toLanguageTag(),
                newsletter.zone().getId(),
                schedule == null ? null : schedule.cron(),
                next(newsletter, now).orElse(null),
                newsletter.template(),
                newsletter.sections().stream().map(plan -> plan.key().value()).toList(),
                newsletter.lists());
    }

    /** Such as {@code next 2026-03-03 07:00 WET}. */
    static String due(Newsletter newsletter, Instant now) {
        return next(newsletter, now)
                .map(slot -> "next " + new Moment(slot, newsletter.zone()))
                .orElse(newsletter.schedule() == null ? "by hand only" : "its schedule has ended");
    }

    private static Optional<Instant> next(Newsletter newsletter, Instant now) {
        return Optional.ofNullable(newsletter.schedule()).flatMap(schedule -> schedule.next(newsletter.zone(), now));
    }
}
