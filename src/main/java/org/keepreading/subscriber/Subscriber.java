package org.keepreading.subscriber;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;

/**
 * Somebody who reads newsletters.
 *
 * @param sections keys of the sections they chose; empty: all
 * @param attributes the other columns of the file they came in
 */
public record Subscriber(
        long id,
        EmailAddress email,
        @Nullable String name,
        @Nullable Locale language,
        @Nullable ZoneId zone,
        List<String> sections,
        Status status,
        Map<String, String> attributes) {}
