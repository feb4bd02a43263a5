package org.keepreading.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.doctor.Finding.Grade;
import org.keepreading.relay.TestCertificate;

/** How long a certificate is still valid, and when to say so. */
class ExpiryTest {

    @ParameterizedTest
    @CsvSource({"15, OK", "13, WARNING"})
    void warnsTwoWeeksBeforeACertificateEnds(int daysLeft, Grade grade) throws Exception {
        var certificate = TestCertificate.forLocalhost().certificate();
        var now = certificate.getNotAfter().toInstant().minus(Duration.ofDays(daysLeft));

        var finding = new Expiry(Clock.fixed(now, ZoneOffset.UTC)).finding("Certificate of the relay", certificate);

        assertThat(finding.grade()).isEqualTo(grade);
        assertThat(finding.sentence()).startsWith("We trust it, and it is good until 20");
    }
}
