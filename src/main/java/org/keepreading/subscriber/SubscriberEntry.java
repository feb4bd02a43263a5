package org.keepreading.subscriber;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;

/**
 * What a file or an admin says of a person. What it leaves open stays as it is with somebody we know already.
 *
 * @param sections keys of the sections they chose; empty: nothing said
 * @param status as the file says; it can end consent and never gives it back
 * @param attributes the file's other columns, without the empty ones
 */
public record SubscriberEntry(
        EmailAddress email,
        @Nullable String name,
        @Nullable Locale language,
        @Nullable ZoneId zone,
        List<String> sections,
        @Nullable Status status,
        Map<String, String> attributes) {

    public static SubscriberEntry of(EmailAddress email, @Nullable String name) {
        return new SubscriberEntry(email, name, null, null, List.of(), null, Map.of());
    }

    Subscriber asNew() {
        return new Subscriber(
                0, email, name, language, zone, sections, status == null ? Status.ACTIVE : status, attributes);
    }

    Subscriber onTopOf(Subscriber known) {
        return new Subscriber(
                known.id(),
                known.email(),
                name == null ? known.name() : name,
                language == null ? known.language() : language,
                zone == null ? known.zone() : zone,
                sections.isEmpty() ? known.sections() : sections,
                statusAfter(known.status()),
                merged(known.attributes()));
    }

    private Status statusAfter(Status known) {
        if (status != null && status.endsConsent()) {
            return status;
        }
        return known == Status.PENDING ? Status.ACTIVE : known;
    }

    private Map<String, String> merged(Map<String, String> known) {
        var all = new HashMap<>(known);
        all.putAll(attributes);
        return Map.copyOf(all);
    }
}
