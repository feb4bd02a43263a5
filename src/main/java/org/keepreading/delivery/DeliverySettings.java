package org.keepreading.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this process takes editions to their audiences.
 *
 * @param autoStartup whether the server sends by itself; false: it only serves pages
 * @param stopAtRefusedPercent an edition stops by itself where so many of its last hundred messages are refused; 0: never
 * @param lease how long a batch whose sender died waits for the next; renewed while a sender lives
 * @param firstRetry the pause after a first 4yz reply; later ones double
 * @param longestRetry the longest pause between two attempts
 * @param giveUpAfter how long after its first attempt a delivery counts as failed
 * @param poll how often a sender without work looks whether another process brought some
 * @param patience how long messages in flight may take when the process is told to stop
 */
@Validated
@ConfigurationProperties("keepreading.delivery")
record DeliverySettings(
        @DefaultValue("true") boolean autoStartup,
        @DefaultValue("50") @Min(0) @Max(100) int stopAtRefusedPercent,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("5m") Duration firstRetry,
        @DefaultValue("3h") Duration longestRetry,
        @DefaultValue("1d") Duration giveUpAfter,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("20s") Duration patience) {}
