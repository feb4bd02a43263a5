package org.keepreading.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.doctor.Finding.Grade;
import org.keepreading.letter.Selector;
import org.keepreading.letter.SigningDomain;
import org.keepreading.letter.SigningKeys;
import org.keepreading.testing.NameServer;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;

/** What is said of a sender's records, by a name server on a socket. */
class SenderDnsTest {
    private final NameServer server = new NameServer();
    private final Dns dns = new Dns(new DoctorSettings(server.address(), Duration.ofMillis(500)));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void saysWhatRecordsAreMissingReadyToPaste() {
        assertThat(new Spf(dns).finding("harbour.example"))
                .isEqualTo(new Finding(
                        Grade.PROBLEM,
                        "SPF of harbour.example",
                        "The DNS has no such record, so that anybody may send in its name, and nobody is believed.",
                        "Publish which servers send for it; your relay's help says what to write in place of the include.",
                        "harbour.example. IN TXT \"v=spf1 include:YOUR-RELAY ~all\""));
        assertThat(new Mx(dns).finding("harbour.example").record())
                .isEqualTo("harbour.example. IN MX 10 mail.harbour.example.");
        try (var program = Program.on(TestDatabase.H2, "2026-03-02T07:00:00Z")) {
            var dmarc = new Dmarc(dns, program.get(SigningKeys.class));
            assertThat(dmarc.finding(new SenderDomains("harbour.example", "harbour.example"))
                            .record())
                    .isEqualTo("_dmarc.harbour.example. IN TXT"
                            + " \"v=DMARC1; p=none; rua=mailto:postmaster@harbour.example\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 include:_spf.example.org ~all, OK",
        "V=SPF1 redirect=_spf.example.org, OK",
        "v=spf1 mx -all, OK",
        "v=spf1 mx, WARNING",
        "v=spf1 mx ?all, OK",
        "v=spf1 mx +all, PROBLEM",
        "v=spf1 all, PROBLEM",
        "v=spf2 mx -all, PROBLEM"
    })
    void judgesSpf(String record, Grade grade) {
        server.knows(
                "harbour.example. IN TXT \"" + record + "\"",
                "harbour.example. IN TXT \"some-site-verification=1\"",
                "_spf.example.org. IN TXT \"v=spf1 ip4:192.0.2.0/24 -all\"");

        assertThat(new Spf(dns).finding("harbour.example").grade()).isEqualTo(grade);
    }

    @Test
    void countsNoSpfWhereThereAreTwo() {
        server.knows("harbour.example. IN TXT \"v=spf1 mx -all\"", "harbour.example. IN TXT \"v=spf1 a -all\"");

        assertThat(new Spf(dns).finding("harbour.example"))
                .matches(finding -> finding.grade() == Grade.PROBLEM)
                .extracting(Finding::sentence)
                .isEqualTo("The DNS has 2 of them, and then none counts (RFC 7208, section 4.5).");
    }

    @Test
    void countsNoSpfThatIncludesWhatIsNotThere() {
        server.knows(
                "harbour.example. IN TXT \"v=spf1 include:_spf.example.org -all\"",
                "_spf.example.org. IN TXT \"v=spf1 include:gone.example.org -all\"");

        assertThat(new Spf(dns).finding("harbour.example"))
                .matches(finding -> finding.grade() == Grade.PROBLEM)
                .extracting(Finding::sentence)
                .isEqualTo(
                        "\"v=spf1 include:_spf.example.org -all\" includes gone.example.org, which has no such record,"
                                + " and then nothing of it counts (RFC 7208, section 5.2).");
    }

    @ParameterizedTest
    @CsvSource({"mx a:one.example a/24 ptr ?exists:%{i}.example.org -MX, OK", "mx a mx a mx a mx, PROBLEM"})
    void countsTheLookupsOfAllThatSpfIncludes(String terms, Grade grade) {
        server.knows(
                "harbour.example. IN TXT \"v=spf1 include:_spf.example.org " + terms + " -all\"",
                "_spf.example.org. IN TXT \"v=spf1 a mx ip4:192.0.2.1 redirect=other.example.org\"",
                "other.example.org. IN TXT \"v=spf1 ip6:2001:db8::/32 -all\"");

        assertThat(new Spf(dns).finding("harbour.example").grade()).isEqualTo(grade);
    }

    @Test
    void isNotCaughtInSpfThatIncludesItself() {
        server.knows("harbour.example. IN TXT \"v=spf1 include:harbour.example -all\"");

        assertThat(new Spf(dns).finding("harbour.example").grade()).isEqualTo(Grade.PROBLEM);
    }

    @ParameterizedTest
    @CsvSource({
        "harbour.example, harbour.example, v=DMARC1; p=none, false, OK",
        "news.harbour.example, bounces.news.harbour.example, v=DMARC1; p=reject, false, OK",
        "news.harbour.example, example.org, v=DMARC1; p=none, true, OK",
        "news.harbour.example, example.org, v=DMARC1; p=none; adkim=s, true, PROBLEM",
        "harbour.example, example.org, v=DMARC1; p=none; adkim=s, true, OK",
        "harbour.example, bounces.harbour.example, v=DMARC1; p=none; aspf = S, false, PROBLEM",
        "harbour.example, example.org, v=DMARC1; p=none, false, PROBLEM"
    })
    void judgesWhetherWhatAnswersBelongsToFrom(String from, String bounce, String record, boolean signed, Grade grade) {
        server.knows("_dmarc.harbour.example. IN TXT \"" + record + "\"");
        try (var program = Program.on(TestDatabase.H2, "2026-03-02T07:00:00Z")) {
            var keys = program.get(SigningKeys.class);
            var key = keys.create(new SigningDomain("harbour.example"), new Selector("spring"));
            if (signed) {
                keys.use(key);
            }

            assertThat(new Dmarc(dns, keys)
                            .finding(new SenderDomains(from, bounce))
                            .grade())
                    .isEqualTo(grade);
        }
    }

    @ParameterizedTest
    @CsvSource({"IN MX 10 mx.harbour.example., OK", "IN A 192.0.2.1, OK", "IN MX 0 ., PROBLEM", "IN TXT x, PROBLEM"})
    void judgesWhetherADomainTakesMail(String record, Grade grade) {
        server.knows("harbour.example. " + record);

        assertThat(new Mx(dns).finding("harbour.example").grade()).isEqualTo(grade);
    }

    @Test
    void findsTheNameOfAnAddress() throws Exception {
        server.knows("1.2.0.192.in-addr.arpa. IN PTR mail.example.org.");

        assertThat(dns.names(InetAddress.getByName("192.0.2.1")).values()).containsExactly("mail.example.org.");
    }

    @Test
    void followsAnAlias() {
        server.knows(
                "spring._domainkey.harbour.example. IN CNAME spring.keys.example.org.",
                "spring.keys.example.org. IN TXT \"v=DKIM1; \" \"p=AAAA\"");

        assertThat(dns.txt("spring._domainkey.harbour.example").values()).containsExactly("v=DKIM1; p=AAAA");
    }

    @Test
    void doesNotWaitForEverForAServerThatIsSilent() {
        server.fallsSilent();
        var start = System.nanoTime();

        for (var i = 0; i < 50; i++) {
            assertThat(new Spf(dns).finding("harbour.example"))
                    .isEqualTo(Finding.unknown("SPF of harbour.example", "harbour.example"));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 99L << 20, 101L << 20, 2L << 30})
    void judgesTheRoomOnTheDisk(long free) {
        var grade = DiskCheck.finding("Disk", free).grade();

        assertThat(grade).isEqualTo(free < 100L << 20 ? Grade.PROBLEM : free < 1L << 30 ? Grade.WARNING : Grade.OK);
    }
}
