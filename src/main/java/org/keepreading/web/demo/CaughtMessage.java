package org.keepreading.web.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message that the catcher took instead of delivering it.
 *
 * @param number counts from 1
 * @param to the envelope's recipient
 * @param name whom the To header names
 * @param source the message's bytes, each as the character of its number (ISO 8859-1)
 */
public record CaughtMessage(
        long number,
        Instant caughtAt,
        String from,
        String to,
        @Nullable String name,
        String subject,
        String source) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** When it was caught, by this machine's own clock: the demo is read where it runs. */
    public String time() {
        return CLOCK.format(caughtAt.atZone(ZoneId.systemDefault()));
    }
}
