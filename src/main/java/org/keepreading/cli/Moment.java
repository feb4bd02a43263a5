package org.keepreading.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An instant as a zone's clock shows it, such as {@code 2026-03-02 07:00 WET}. */
record Moment(Instant instant, ZoneId zone) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ENGLISH);

    /** Where there is no newsletter whose zone it could be. */
    static Moment utc(Instant instant) {
        return new Moment(instant, ZoneId.of("UTC"));
    }

    @Override
    public String toString() {
        return FORM.format(instant.atZone(zone));
    }
}
