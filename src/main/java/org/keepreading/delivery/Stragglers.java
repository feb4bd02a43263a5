package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Readers whose mail was deferred: tried, and to be tried again by its time. Whoever is held back by a receiver's pace before
 * a first try is none of them.
 */
@Repository
public class Stragglers {
    private static final String TRIED = """
            from deferral join delivery on delivery.edition_id = deferral.edition_id
              and delivery.subscriber_id = deferral.subscriber_id and delivery.attempts > 0
            where deferral.edition_id = :edition""";

    private static final String THEY_ALONE = """
            select exists (select 1 from deferral where edition_id = :edition)
               and not exists (select 1 from batch where edition_id = :edition)
               and not exists (select 1 from deferral join delivery on delivery.edition_id = deferral.edition_id
                                 and delivery.subscriber_id = deferral.subscriber_id
                               where deferral.edition_id = :edition
                                 and (delivery.attempts = 0 or deferral.next_attempt_at <= :soon))""";

    private final JdbcClient jdbc;

    public Stragglers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of an edition.
     *
     * @param next when the first of them is tried again; {@code null}: there are none
     */
    public record Waiting(long readers, @Nullable OffsetDateTime next) {

        public Optional<Instant> nextTry() {
            return Optional.ofNullable(next).map(OffsetDateTime::toInstant);
        }
    }

    public Waiting of(long editionId) {
        return jdbc.sql("select count(*) as readers, min(deferral.next_attempt_at) as next " + TRIED)
                .param("edition", editionId)
                .query(Waiting.class)
                .single();
    }

    /** Whether there are some, nobody else is left, and none of them is tried before {@code soon}. */
    boolean areAllThatIsLeft(long editionId, Instant soon) {
        return jdbc.sql(THEY_ALONE)
                .param("edition", editionId)
                .param("soon", soon.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }
}
