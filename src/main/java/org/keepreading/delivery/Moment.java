package org.keepreading.delivery;

import java.time.Instant;
import java.util.Optional;
import org.keepreading.edition.Revision;

/**
 * What is so when a message would leave.
 *
 * @param attempt the one that would be made now
 * @param newsletter its key
 */
record Moment(Standing standing, Attempt attempt, String newsletter) {
    static final Moment STOPPED = of(new Standing.Stopped());
    static final Moment SETTLED = of(new Standing.Settled());

    Optional<Reader> reader() {
        return standing.reader();
    }

    Mailing mailing() {
        return new Mailing(
                attempt.revision().editionId(),
                newsletter,
                attempt.subscriberId(),
                reader().map(Reader::domain).orElse(""));
    }

    private static Moment of(Standing standing) {
        return new Moment(standing, new Attempt(new Revision(0, 0), 0, 0, Instant.EPOCH), "");
    }
}
