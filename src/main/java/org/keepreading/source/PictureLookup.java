package org.keepreading.source;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keepreading.teaser.PictureSize;
import org.keepreading.teaser.PictureSizes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks up how large a source's pictures are where it did not say, so that nothing jumps when they load in a mail: of each its
 * first bytes, once. What can't be had is done without; what there is no time for waits for the next poll.
 */
@Component
class PictureLookup {
    private static final Logger LOG = LoggerFactory.getLogger(PictureLookup.class);

    /** In bytes: a JPEG's size stands behind its metadata. */
    static final int ENOUGH = 64 * 1024;

    /** A poll. */
    private static final int MOST = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LATELY = Duration.ofDays(14);

    private final PictureSizes sizes;
    private final Fetcher fetcher;
    private final Clock clock;

    PictureLookup(PictureSizes sizes, Fetcher fetcher, Clock clock) {
        this.sizes = sizes;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    void lookUp(Source source) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (var url : sizes.unknown(source.key().value(), clock.instant().minus(LATELY), MOST)) {
                var left = Duration.ofNanos(end - System.nanoTime());
                if (left.isNegative()) {
                    return;
                }
                sizes.keep(url, size(url, source, left).orElse(null), clock.instant());
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "The sizes of pictures of source {} could not be looked up; mails go without them",
                    source.key(),
                    e);
        }
    }

    private Optional<PictureSize> size(String url, Source source, Duration patience) {
        return fetcher.beginning(url, source.url(), ENOUGH, patience).flatMap(PictureHeader::read);
    }
}
