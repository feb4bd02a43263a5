package org.keepreading.delivery;

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
 * How this process takes editions to their audiences.
 *
 * @param autoStartup whether the server sends by itself; false: it only serves pages
 * @param connections how many senders work side by side, each with a connection of its own to the relay
 * @param messagesPerConnection how many a connection carries before it is made anew
 * @param envelopeSender where bounces go; empty: to the newsletter's own address
 * @param rate how many messages the relay of spring.mail takes, such as "20/s 10000/h"; empty: as many as it can
 * @param domainRates how many messages receiving domains take, such as "gmail.com: 20/s, outlook.com: 600/min"; domains
 *     with the same mail servers count as one
 * @param stopAtRefusedPercent an edition stops by itself where so many of its last hundred messages are refused; 0: never
 * @param lease how long a batch whose sender died waits for the next; renewed while a sender lives
 * @param firstRetry the pause after a first 4yz reply; later ones double
 * @param longestRetry the longest pause between two attempts
 * @param giveUpAfter how long after its first attempt a delivery counts as failed
 * @param firstPause how long all wait when the relay is in trouble; later ones double
 * @param longestPause the longest of these
 * @param poll how often a sender without work looks whether another process brought some
 * @param patience how long messages in flight may take when the process is told to stop
 */
@Validated
@ConfigurationProperties("keepreading.delivery")
record SenderSettings(
        @DefaultValue("true") boolean autoStartup,
        @DefaultValue("4") @Min(1) @Max(500) int connections,
        @DefaultValue("1000") @Min(1) int messagesPerConnection,
        @DefaultValue("") String envelopeSender,
        @DefaultValue("") Rates rate,
        @DefaultValue("") DomainRates domainRates,
        @DefaultValue("50") @Min(0) @Max(100) int stopAtRefusedPercent,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("5m") Duration firstRetry,
        @DefaultValue("3h") Duration longestRetry,
        @DefaultValue("1d") Duration giveUpAfter,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("5m") Duration longestPause,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("20s") Duration patience) {

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

    /** One that nobody has pressed yet. */
    Brake brake(Clock clock) {
        return new Brake(new Pauses(firstPause, longestPause, new Random()), clock);
    }
}
