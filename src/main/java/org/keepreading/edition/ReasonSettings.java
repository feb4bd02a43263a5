package org.keepreading.edition;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it is kept why a teaser was not in an edition.
 *
 * @param keepReasons after the slot; why a teaser was in is kept for ever
 */
@ConfigurationProperties("keepreading.edition")
record ReasonSettings(@DefaultValue("365d") Duration keepReasons) {}
