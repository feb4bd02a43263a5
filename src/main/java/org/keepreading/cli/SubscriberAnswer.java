package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keepreading.delivery.PastDelivery;
import org.keepreading.subscriber.Subscriber;
import org.keepreading.subscriber.Subscription;

/**
 * What {@code subscribers show} knows of somebody.
 *
 * @param pausedUntil {@code null}: not paused
 * @param sections those that they chose; empty: all
 * @param deliveries of the newest editions, the newest first
 */
record SubscriberAnswer(
        String email,
        String status,
        @Nullable Instant pausedUntil,
        boolean suppressed,
        @Nullable String name,
        @Nullable String language,
        @Nullable String zone,
        List<String> sections,
        Map<String, String> attributes,
        List<OnList> lists,
        List<Got> deliveries) {
    private static final int EDITIONS = 50;

    /**
     * That they are on a list, or were.
     *
     * @param left {@code null}: they are on it
     */
    record OnList(
            String list,
            Instant since,
            @Nullable Instant left,
            @Nullable String reason) {
        static OnList of(Subscription subscription) {
            return new OnList(
                    subscription.list().key().value(),
                    subscription.since(),
                    subscription.endedAt(),
                    subscription.endReason());
        }
    }

    /** What became of an edition on its way to them. */
    record Got(
            long edition,
            String newsletter,
            Instant slot,
            String status,
            @Nullable String reply,
            Instant at) {
        static Got of(PastDelivery past) {
            return new Got(
                    past.edition(),
                    past.newsletter().value(),
                    past.slot(),
                    past.status().word(),
                    past.reply(),
                    past.at());
        }
    }

    static SubscriberAnswer of(Subscriber subscriber, App app) {
        var consent = app.consent();
        var language = subscriber.language();
        var zone = subscriber.zone();
        return new SubscriberAnswer(
                subscriber.email().value(),
                subscriber.status().word(),
                consent.pausedUntil(subscriber.id()).orElse(null),
                app.suppressions().contains(subscriber.email()),
                subscriber.name(),
                language == null ? null : language.toLanguageTag(),
                zone == null ? null : zone.getId(),
                subscriber.sections(),
                subscriber.attributes(),
                consent.of(subscriber.id()).stream().map(OnList::of).toList(),
                app.deliveries().of(subscriber.id(), EDITIONS).stream()
                        .map(Got::of)
                        .toList());
    }
}
