package org.keepreading.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.teaser.Teaser;
import org.keepreading.text.Fitted;

/** Says why a teaser is in an edition or not: in English, with days as the newsletter's zone has them. */
record Reasons(Newsletter newsletter, Instant slot) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int LONGEST_HEADLINE = 200;

    /** @param carriedOn the slot of the edition that carried the teaser's article */
    String unfit(Teaser teaser, @Nullable Instant carriedOn) {
        if (teaser.hidden()) {
            return "hidden";
        }
        if (carriedOn != null) {
            return "already sent on " + day(carriedOn);
        }
        return teaser.publishedAt().isAfter(slot)
                ? "published " + when(teaser.publishedAt())
                : "too old: from " + day(teaser.agedFrom());
    }

    static String lead(Teaser teaser) {
        return teaser.pinned() ? "lead, as it is pinned" : "lead";
    }

    /** @param place in its section, counted from 1 */
    static String place(int place, int places) {
        return Count.ordinal(place) + " of " + Count.cardinal(places);
    }

    static String full(int maximum) {
        return "no room, the newsletter's maximum is " + Count.cardinal(maximum);
    }

    static String latest(String reason) {
        return reason + "; among the latest headlines";
    }

    static String sameAs(Teaser picked) {
        var headline = picked.headline();
        return "same article as \"%s\" in %s".formatted(Fitted.cut(headline, LONGEST_HEADLINE), picked.section());
    }

    private String when(Instant instant) {
        var then = local(instant);
        if (then.toLocalDate().equals(today())) {
            return "today at " + TIME.format(then);
        }
        return then.toLocalDate().equals(today().plusDays(1)) ? "tomorrow" : "on " + day(instant);
    }

    private String day(Instant instant) {
        var day = local(instant).toLocalDate();
        return (day.getYear() == today().getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    private LocalDate today() {
        return local(slot).toLocalDate();
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, newsletter.zone());
    }
}
