package org.keepreading.newsletter;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.address.SectionKey;

/**
 * A recurring digest, as its newsletter.yaml says.
 *
 * @param language BCP 47: of dates and the template's own words
 * @param schedule {@code null}: by hand only
 * @param grace how late a missed slot still goes out
 * @param sendUntil the first such time after a slot, in the newsletter's zone, ends its delivery; {@code null}: none does
 * @param replyTo {@code null}: whom it is from
 * @param subject a FreeMarker template on the edition's model
 * @param template a folder of templates/
 * @param excerpt of all sections that do not say their own; {@code null}: all that the source brought
 * @param minimum fewer teasers, and nothing is sent
 * @param maximum teasers at most in all; {@code null}: as many as the sections hold
 * @param latest how many headlines that did not fit are listed at the end
 * @param maxAge older teasers are left out; {@code null}: none is too old
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
        @Nullable Contact replyTo,
        String subject,
        String template,
        List<SectionPlan> sections,
        @Nullable ExcerptLength excerpt,
        int minimum,
        @Nullable Integer maximum,
        int latest,
        @Nullable Duration maxAge,
        List<ListKey> lists,
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

    /** Such as {@code daily, weekend}. */
    public String listsInARow() {
        return lists.stream().map(ListKey::value).collect(joining(", "));
    }

    /**
     * What keeps every letter of it from being made, a sentence each: an address that a version before took. None in what
     * {@code newsletters apply} takes.
     */
    public List<String> mistakes() {
        return Stream.of(
                        sender.contact().mistake().map(reason -> mistake("sender address", reason)),
                        Optional.ofNullable(replyTo)
                                .flatMap(Contact::mistake)
                                .map(reason -> mistake("reply-to", reason)))
                .flatMap(Optional::stream)
                .toList();
    }

    private String mistake(String what, String reason) {
        return "Newsletter \"%s\" has a %s that no letter can carry: %s Write another into its file, which \"newsletters export %1$s\" gives, and apply that."
                .formatted(key, what, reason);
    }

    /** Who a newsletter is from. */
    public record Sender(String name, Contact contact) {

        /** @throws IllegalArgumentException where no letter can carry it */
        public EmailAddress address() {
            return contact.address();
        }
    }

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
