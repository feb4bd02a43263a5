package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import org.keepreading.delivery.PastDelivery;
import org.keepreading.subscriber.Subscriber;
import org.keepreading.subscriber.Subscription;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subscribers show}: what is known of somebody, and whether they got the last editions. */
@Command(
        name = "show",
        description =
                "What is known of somebody: lists, choices, and what became of the newest editions on their way to them.")
final class SubscribersShow extends InstallationCommand implements Callable<Integer> {
    private static final int EDITIONS = 50;
    private static final int EDITIONS_SHOWN = 10;

    @Parameters(paramLabel = "ADDRESS", description = "Their email address, or the number that the log knows them by.")
    private SubscriberName name;

    @Option(names = "--json", description = Json.FOR_A_SCRIPT)
    private boolean json;

    @Override
    public Integer call() {
        return saying(app -> {
            var answer = Answer.of(name.in(app.subscribers()), app);
            return json ? Json.of(answer) : facts(answer, new NewsletterZones(app.newsletters()));
        });
    }

    private static Laid facts(Answer answer, NewsletterZones zones) {
        var facts = new Facts("  %-9s %s")
                .line("%s is %s".formatted(answer.email(), answer.status()))
                .and("paused", answer.pausedUntil() == null ? null : "until " + Moment.utc(answer.pausedUntil()))
                .and("mail", answer.suppressed() ? "nothing is sent to this address: it is suppressed" : null)
                .and("name", answer.name())
                .and("language", answer.language())
                .and("zone", answer.zone())
                .and("sections", answer.sections().isEmpty() ? "all" : String.join(", ", answer.sections()));
        answer.attributes().forEach(facts::and);
        answer.lists().forEach(list -> facts.and("list", onList(list)));
        answer.deliveries().stream()
                .limit(EDITIONS_SHOWN)
                .forEach(got -> facts.and(got.status(), delivery(got, zones)));
        return facts.laid();
    }

    private static String onList(Answer.OnList list) {
        return list.left() == null
                ? "%s, since %s".formatted(list.list(), Moment.utc(list.since()))
                : "%s, until %s, %s".formatted(list.list(), Moment.utc(list.left()), list.reason());
    }

    private static String delivery(Answer.Got got, NewsletterZones zones) {
        var newsletter = new NewsletterKey(got.newsletter());
        return "%s of %s (edition %d), at %s%s"
                .formatted(
                        newsletter,
                        zones.moment(got.slot(), newsletter),
                        got.edition(),
                        zones.moment(got.at(), newsletter),
                        got.reply() == null ? "" : ": " + got.reply());
    }

    /**
     * What is known of somebody.
     *
     * @param pausedUntil {@code null}: not paused
     * @param sections those that they chose; empty: all
     * @param deliveries of the newest editions, the newest first
     */
    record Answer(
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

        static Answer of(Subscriber subscriber, App app) {
            var consent = app.consent();
            var language = subscriber.language();
            var zone = subscriber.zone();
            return new Answer(
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
}
