package org.keepreading.letter;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.Choice;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.subscriber.Subscriber;

/**
 * A subscriber as they are when their message leaves.
 *
 * @param language BCP 47
 * @param sections keys of those they chose; empty: all
 */
public record Reader(
        long id,
        String email,
        @Nullable String name,
        @Nullable String language,
        List<String> sections) {

    /** Somebody as they stand in the database now. */
    public static Reader of(Subscriber subscriber) {
        return new Reader(
                subscriber.id(),
                subscriber.email().value(),
                subscriber.name(),
                subscriber.language() == null ? null : subscriber.language().toLanguageTag(),
                subscriber.sections());
    }

    /** What they get of the newsletter's editions: whoever mails or shows one to them asks this, and nothing else. */
    public Choice choice(Newsletter newsletter) {
        return Choice.of(newsletter, sections, language == null ? null : Locale.forLanguageTag(language));
    }

    /** Of their address, as it stands there. */
    public String domain() {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
