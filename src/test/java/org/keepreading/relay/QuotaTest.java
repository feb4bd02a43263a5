package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.relay.RateLimits.Period;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A relay's hour and day are kept to by all nodes together. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class QuotaTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:20:00Z");
    private static final Instant ONE = Instant.parse("2026-03-02T13:00:00Z");
    private final RelayUse use;

    QuotaTest(TestDatabase database) {
        use = new RelayUse(JdbcClient.create(database.fresh()));
    }

    @Test
    void isUsedUpByAllNodesTogether() {
        var here = hourly(100);
        var there = hourly(100);

        var taken = IntStream.range(0, 300)
                .filter(i -> (i % 2 == 0 ? here : there).take(NOON).isEmpty())
                .count();

        assertThat(taken).isEqualTo(100);
        assertThat(here.take(NOON)).contains(ONE);
        assertThat(there.take(NOON)).contains(ONE);
    }

    @Test
    void beginsAnewWithThePeriod() {
        var quota = hourly(1);
        quota.take(NOON);

        assertThat(quota.take(ONE.minusSeconds(1))).contains(ONE);
        assertThat(quota.take(ONE)).isEmpty();
    }

    @Test
    void outlivesARestart() {
        hourly(1).take(NOON);

        assertThat(hourly(1).take(NOON)).contains(ONE);
    }

    @Test
    void isNotSpentOnWhatDidNotLeave() {
        var quota = hourly(1);
        quota.take(NOON);

        quota.giveBack(NOON);

        assertThat(quota.take(NOON)).isEmpty();
    }

    @Test
    void isNoneWhereNothingIsLimited() {
        var quota = new Quota("bulk", Period.DAY, now -> OptionalLong.empty(), use);

        assertThat(IntStream.range(0, 1_000).allMatch(i -> quota.take(NOON).isEmpty()))
                .isTrue();
    }

    private Quota hourly(long limit) {
        return new Quota("bulk", Period.HOUR, now -> OptionalLong.of(limit), use);
    }
}
