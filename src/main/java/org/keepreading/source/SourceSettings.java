package org.keepreading.source;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How sources are read.
 *
 * @param excerpt how many characters of an article are kept, at most; the cut is made after a sentence
 * @param maximumSize of a document once it is unpacked
 * @param timeout for a whole fetch, redirects and all
 * @param readingTime for one document, once it is fetched
 * @param allowedPrivateHosts what may be fetched from though its address is private: host or host:port
 */
@Validated
@ConfigurationProperties("keepreading.source")
record SourceSettings(
        @DefaultValue("1500") int excerpt,
        @DefaultValue("10MB") DataSize maximumSize,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("30s") Duration readingTime,
        @DefaultValue List<String> allowedPrivateHosts) {}
