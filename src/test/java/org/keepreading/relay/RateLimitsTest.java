package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.relay.RateLimits.Period;

/** How rates are written. */
class RateLimitsTest {

    @Test
    void areReadAsTheyAreWritten() {
        var rates = RateLimits.valueOf("20/s 500/min  10000/h 100000/d");

        assertThat(rates.limits())
                .isEqualTo(Map.of(Period.SECOND, 20L, Period.MINUTE, 500L, Period.HOUR, 10_000L, Period.DAY, 100_000L));
    }

    @Test
    void spaceMessagesByTheStrictest() {
        assertThat(RateLimits.valueOf("20/s 500/min").spacing()).contains(Duration.ofMillis(120));
        assertThat(RateLimits.valueOf("5/s 500/min").spacing()).contains(Duration.ofMillis(200));
        assertThat(RateLimits.valueOf("10000/h").spacing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "0/s", "-1/s", "20/week", "20/s;500/min", "5/s 6/s"})
    void refuseWhatIsNone(String text) {
        assertThatThrownBy(() -> RateLimits.valueOf(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("\"[^\"]+\" is no rate\\. Write 20/s.*|There are two rates for one \"s\"\\.");
    }

    @Test
    void ofDomainsAreReadAsTheyAreWritten() {
        var rates = DomainRates.valueOf("GMAIL.com: 20/s, outlook.com:600/min");

        assertThat(rates.rates())
                .isEqualTo(
                        Map.of("gmail.com", RateLimits.valueOf("20/s"), "outlook.com", RateLimits.valueOf("600/min")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "gmail.com: 1000/d", "gmail.com 20/s", "gmail.com: fast"})
    void ofDomainsRefuseWhatIsNone(String text) {
        assertThatThrownBy(() -> DomainRates.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, 0", "2026-12-01, 50", "2026-12-03, 500", "2026-12-04, "})
    void growWhileAnAddressIsNew(LocalDate day, Long volume) {
        var plan = WarmUp.valueOf("2026-12-01: 50 100 500");

        assertThat(plan.volume(day).stream().boxed().findFirst().orElse(null)).isEqualTo(volume);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow: 50", "2026-13-01: 50", "2026-12-01", "2026-12-01: 50, 100", "50 100"})
    void ofAWarmUpRefuseWhatIsNone(String text) {
        assertThatThrownBy(() -> WarmUp.valueOf(text)).hasMessageContaining("is no plan for warming up. Write");
    }
}
