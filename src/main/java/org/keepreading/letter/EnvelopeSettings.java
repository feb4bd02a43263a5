package org.keepreading.letter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands on a message's envelope.
 *
 * @param envelopeSender where bounces go; empty: to the newsletter's own address
 */
@ConfigurationProperties("keepreading.delivery")
record EnvelopeSettings(@DefaultValue("") String envelopeSender) {}
