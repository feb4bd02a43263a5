package org.keepreading.doctor;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How long a certificate that we were shown, and took, is good for. */
record Expiry(Clock clock) {
    private static final Duration SOON = Duration.ofDays(14);

    Finding finding(String subject, X509Certificate certificate) {
        var end = certificate.getNotAfter().toInstant();
        var sentence = "We trust it, and it is good until " + LocalDate.ofInstant(end, ZoneOffset.UTC) + ".";
        return end.isBefore(clock.instant().plus(SOON))
                ? Finding.warning(subject, sentence, "Have it renewed before then, or mail and links stop.")
                : Finding.ok(subject, sentence);
    }
}
