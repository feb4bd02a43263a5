package org.keepreading.newsletter;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import org.keepreading.address.SectionKey;

/**
 * A recurring digest, as its newsletter.yaml says.
 *
 * @param language BCP 47: of dates and the template's own words
 * @param schedule {@code null}: by hand only
 * @param grace how late a missed slot still goes out
 * @param sendUntil the first such time after a slot, in the newsletter's zone, ends its delivery; {@code null}: none does
 * @param replyTo an address
 * @param subject a FreeMarker template on the edition's model
 * @param template a folder of templates/
 * @param excerpt of all sections that do not say their own; {@code null}: all that the source brought
 * @param minimum fewer teasers, and nothing is sent
 * @param maximum teasers at most in all; {@code null}: as many as the sections hold
 * @param latest how many headlines that did not fit are listed at the end
 * @param maxAge older teasers are left out; {@code null}: none is too old
 * @param lists keys of the lists it goes to
 * @param subscribeUrl where somebody who got it forwarded subscribes
 */
public record Newsletter(
        NewsletterKey key,
        String title,
        Locale language,
        ZoneId zone,
        @Nullable Schedule schedule,
        Duration grace,
        @Nullable LocalTime sendUntil,
        Sender sender,
        @Nullable String replyTo,
        String subject,
        String template,
        List<SectionPlan> sections,
        @Nullable ExcerptLength excerpt,
        int minimum,
        @Nullable Integer maximum,
        int latest,
        @Nullable Duration maxAge,
        List<String> lists,
        String postalAddress,
        @Nullable URI siteUrl,
        @Nullable URI subscribeUrl,
        Look look) {

    /** When the delivery of a slot's edition ends, done or not; empty: it is sent however long it takes. */
    public Optional<Instant> endOf(Instant slot) {
        return Optional.ofNullable(sendUntil).map(time -> {
            var begun = slot.atZone(zone);
            var end = begun.with(time);
            return (end.isAfter(begun) ? end : begun.plusDays(1).with(time)).toInstant();
        });
    }

    /** How long the section's excerpts are; empty: all that the source brought. */
    public Optional<ExcerptLength> excerptIn(SectionKey section) {
        return sections.stream()
                .filter(plan -> plan.key().equals(section))
                .map(SectionPlan::excerpt)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(excerpt));
    }

    /** Whether its schedule has this slot. */
    public boolean isDue(Instant slot) {
        return schedule != null
                && !schedule.slots(zone, slot, slot.plusNanos(1)).isEmpty();
    }

    /** Who a newsletter is from. */
    public record Sender(String name, String address) {}

    /**
     * A section's place in the newsletter, and how many teasers it holds at most.
     *
     * @param excerpt {@code null}: as long as the newsletter's
     */
    public record SectionPlan(
            SectionKey key,
            String title,
            int teasers,
            @Nullable ExcerptLength excerpt) {
        public SectionPlan(SectionKey key, String title, int teasers) {
            this(key, title, teasers, null);
        }
    }
}
