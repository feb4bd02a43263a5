package org.keepreading.cli;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.address.SectionKey;
import org.keepreading.delivery.OutcomeKind;
import org.keepreading.letter.Selector;
import org.keepreading.letter.SigningDomain;
import org.keepreading.move.PostgresAddress;
import org.keepreading.source.FeedAddress;
import org.keepreading.source.SourceKey;
import org.keepreading.subscriber.Status;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Makes values of the words on the command line; a wrong one is wrong use, and says how it should look. */
final class ArgumentTypes {
    private static final List<Reading<?>> READINGS = List.of(
            new Reading<>(SlotTime.class, SlotTime::of),
            new Reading<>(NewsletterKey.class, NewsletterKey::new),
            new Reading<>(EditionName.class, EditionName::of),
            new Reading<>(TeaserNumber.class, TeaserNumber::of),
            new Reading<>(SourceKey.class, SourceKey::new),
            new Reading<>(FeedAddress.class, FeedAddress::new),
            new Reading<>(FetchPause.class, FetchPause::of),
            new Reading<>(SectionKey.class, SectionKey::new),
            new Reading<>(ListKey.class, ListKey::new),
            new Reading<>(Status.class, ArgumentTypes::status),
            new Reading<>(EmailAddress.class, EmailAddress::new),
            new Reading<>(SubscriberName.class, SubscriberName::of),
            new Reading<>(OutcomeKind.class, OutcomeKind::failing),
            new Reading<>(SigningDomain.class, SigningDomain::new),
            new Reading<>(Selector.class, Selector::new),
            new Reading<>(PostgresAddress.class, PostgresAddress::new),
            new Reading<>(Limit.class, Limit::of),
            new Reading<>(Port.class, Port::of),
            new Reading<>(boolean.class, ArgumentTypes::yesOrNo));

    private ArgumentTypes() {}

    static CommandLine understoodBy(CommandLine command) {
        READINGS.forEach(reading -> reading.teach(command));
        return command;
    }

    /** What is wrong with a word for a value of this type; empty: nothing. */
    static Optional<String> refusal(Class<?> type, String word) {
        return READINGS.stream()
                .filter(reading -> reading.type() == type)
                .findFirst()
                .flatMap(reading -> reading.refusal(word));
    }

    private static Status status(String word) {
        try {
            return Status.of(word);
        } catch (IllegalArgumentException unknown) {
            var all = Arrays.stream(Status.values()).map(Status::word).collect(Collectors.joining(", "));
            throw new IllegalArgumentException("\"" + word + "\" is no status. Write one of " + all + ".", unknown);
        }
    }

    private static boolean yesOrNo(String word) {
        if (!List.of("true", "false").contains(word.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" is neither true nor false. Write the option alone, without \"=" + word + "\".");
        }
        return Boolean.parseBoolean(word);
    }

    private record Reading<T>(Class<T> type, Function<String, T> reading) {

        void teach(CommandLine command) {
            command.registerConverter(type, word -> {
                try {
                    return reading.apply(word);
                } catch (IllegalArgumentException refused) {
                    throw new TypeConversionException(refused.getMessage());
                }
            });
        }

        Optional<String> refusal(String word) {
            try {
                requireNonNull(reading.apply(word));
                return Optional.empty();
            } catch (IllegalArgumentException refused) {
                return Optional.ofNullable(refused.getMessage());
            }
        }
    }
}
