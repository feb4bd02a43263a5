package org.keepreading.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the figures for Prometheus are: on a listener of their own, apart from the pages.
 *
 * @param address which of this machine's addresses takes connections
 * @param port 0: any free one; -1: no figures
 */
@ConfigurationProperties("keepreading.prometheus")
record PrometheusSettings(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("9464") int port) {}
