package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.testing.Harbour.CITY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Why a teaser was left out is forgotten after a year. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OldReasonsTest {
    private final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    private final JdbcClient jdbc;
    private final Editions editions;

    OldReasonsTest(TestDatabase database) {
        var source = database.fresh();
        jdbc = JdbcClient.create(source);
        editions = new Editions(jdbc, new TransactionTemplate(new JdbcTransactionManager(source)), clock);
    }

    @Test
    void goWhereATeaserWasLeftOutLongAgo() {
        var old = frozen("2026-03-02T07:00:00Z");
        var young = frozen("2026-03-05T07:00:00Z");
        clock.set("2027-03-04T07:00:00Z");

        new OldReasons(jdbc, new ReasonSettings(Duration.ofDays(365)), clock).delete();

        assertThat(editions.candidates(old)).extracting(Verdict::reason).containsExactly("lead");
        assertThat(editions.candidates(young)).extracting(Verdict::reason).containsExactly("lead", "too old");
    }

    private long frozen(String slot) {
        var bridge = Harbour.teaser(CITY, "The bridge opens", "2026-03-01T18:00:00Z");
        var tide = Harbour.teaser(CITY, "Tide tables", "2026-02-20T18:00:00Z");
        var edition = new Edition(
                0, Harbour.daily(), Instant.parse(slot), new Edition.Lead(CITY, bridge), List.of(), List.of());
        var candidates = List.of(new Candidate(bridge, true, "lead"), new Candidate(tide, false, "too old"));
        return editions.freeze(
                        new Selection(edition, candidates), new TemplateFiles("digest", Map.of()), Cause.SCHEDULE)
                .id();
    }
}
