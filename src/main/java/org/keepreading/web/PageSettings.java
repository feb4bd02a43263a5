package org.keepreading.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is expected of those who ask for pages.
 *
 * @param bodyTime how long the body of a request may take, from its first byte to its last
 */
@ConfigurationProperties("keepreading.page")
record PageSettings(@DefaultValue("10s") Duration bodyTime) {}
