package org.keepreading.node;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this process appears among those on the same database.
 *
 * @param name what "nodes list" calls it; empty: its host's name and its process id
 * @param heartbeat how often it gives a sign of life and compares its clock with the database's
 */
@Validated
@ConfigurationProperties("keepreading.node")
record NodeSettings(
        @DefaultValue("") String name, @DefaultValue("10s") Duration heartbeat) {}
