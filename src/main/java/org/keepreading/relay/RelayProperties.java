package org.keepreading.relay;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The relays beside the one of spring.mail.
 *
 * @param relay by the names that figures and sentences call them
 */
@Validated
@ConfigurationProperties("keepreading")
record RelayProperties(@DefaultValue Map<String, @Valid RelayRules> relay) {}
