package org.keepreading.doctor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the installation is looked over.
 *
 * @param nameServer whom to ask, host or host:port; empty: the one that this machine asks
 * @param patience how long an answer, of the DNS or of our own pages, may take
 */
@ConfigurationProperties("keepreading.doctor")
record DoctorSettings(
        @DefaultValue("") String nameServer,
        @DefaultValue("5s") Duration patience) {}
