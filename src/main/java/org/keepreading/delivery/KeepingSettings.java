package org.keepreading.delivery;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long deliveries are kept one by one.
 *
 * @param keepDeliveries after their edition's end; then only figures are left, and nobody of them can be told apart
 */
@Validated
@ConfigurationProperties("keepreading.delivery")
record KeepingSettings(
        @DefaultValue("90d") @DurationMin(days = 2) Duration keepDeliveries) {}
