package org.keepreading.relay;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much the relay of spring.mail takes, and how long all wait where one is in trouble.
 *
 * @param connections how many may be open at a time
 * @param messagesPerConnection how many a connection carries before it is made anew
 * @param rate how many messages it takes, such as "20/s 10000/h"; empty: as many as it can
 * @param domainRates how many messages receiving domains take, such as "gmail.com: 20/s, outlook.com: 600/min"; domains
 *     with the same mail servers count as one
 * @param firstPause how long all wait when the relay is in trouble; later ones double
 * @param longestPause the longest of these
 */
@Validated
@ConfigurationProperties("keepreading.delivery")
public record RelayLimits(
        @DefaultValue("4") @Min(1) @Max(500) int connections,
        @DefaultValue("1000") @Min(1) int messagesPerConnection,
        @DefaultValue("") RateLimits rate,
        @DefaultValue("") DomainRates domainRates,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("5m") Duration longestPause) {

    /** Of the relay of spring.mail, which says itself how it is reached. */
    RelayRules rules() {
        return new RelayRules(
                "",
                587,
                "",
                "",
                "",
                Map.of(),
                connections,
                messagesPerConnection,
                rate,
                WarmUp.NONE,
                1,
                List.of(),
                List.of());
    }

    /** One that nothing has been in trouble of yet. */
    public Backoff backoff(Clock clock) {
        return new Backoff(new Pauses(firstPause, longestPause, new Random()), clock);
    }
}
