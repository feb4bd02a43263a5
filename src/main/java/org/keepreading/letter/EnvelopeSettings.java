package org.keepreading.letter;

import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What stands on a message's envelope.
 *
 * @param envelopeSender where bounces go; {@code null}: to the newsletter's own address
 */
@ConfigurationProperties("keepreading.delivery")
record EnvelopeSettings(@Nullable EmailAddress envelopeSender) {}
