package org.keepreading.cli;

import java.time.Duration;
import java.util.function.Function;
import org.keepreading.delivery.Selector;
import org.keepreading.delivery.SigningDomain;
import org.keepreading.newsletter.NewsletterKey;
import org.keepreading.source.SourceKey;
import org.keepreading.subscriber.EmailAddress;
import org.keepreading.subscriber.ListKey;
import org.keepreading.teaser.SectionKey;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Makes values of the words on the command line; a wrong one is wrong use, and says how it should look. */
final class Words {
    private Words() {}

    static CommandLine understoodBy(CommandLine command) {
        return command.registerConverter(SlotTime.class, refusing(SlotTime::of))
                .registerConverter(NewsletterKey.class, refusing(NewsletterKey::new))
                .registerConverter(SourceKey.class, refusing(SourceKey::new))
                .registerConverter(SectionKey.class, refusing(SectionKey::new))
                .registerConverter(Duration.class, refusing(Words::duration))
                .registerConverter(ListKey.class, refusing(ListKey::new))
                .registerConverter(SigningDomain.class, refusing(SigningDomain::new))
                .registerConverter(Selector.class, refusing(Selector::new))
                .registerConverter(EmailAddress.class, refusing(EmailAddress::new));
    }

    private static Duration duration(String word) {
        try {
            return DurationStyle.detectAndParse(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + word + "\" is no duration. Write such as 15m, 2h or 1d.", e);
        }
    }

    private static <T> ITypeConverter<T> refusing(Function<String, T> reading) {
        return word -> {
            try {
                return reading.apply(word);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(refused.getMessage());
            }
        };
    }
}
