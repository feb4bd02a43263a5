package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import org.keepreading.subscriber.Erased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Has deliveries forget whoever is erased: a relay's reply may quote their address. That they had an edition stays, by a
 * number that leads to nobody any more, and so the counts stay right.
 */
@Component
class ErasedReaders {
    private static final String FORGET = """
            update delivery set reply = null where edition_id = :edition and subscriber_id = :subscriber""";

    private static final String GIVE_UP = """
            update delivery set status = 'skipped', kind = 'erased', recorded_at = :now
            where edition_id = :edition and subscriber_id = :subscriber and status = 'deferred'""";

    private static final String SETTLE = """
            delete from deferral where edition_id = :edition and subscriber_id = :subscriber""";

    /** Whoever is in the audience of an edition that is not over, and was not reached yet. */
    private static final String SKIP = """
            insert into delivery (edition_id, subscriber_id, status, kind, attempts, recorded_at)
            select edition.id, subscriber.id, 'skipped', 'erased', 0, :now from edition, subscriber
            where edition.id = :edition and edition.status in ('sending', 'paused') and subscriber.id = :subscriber
              and not exists (select 1 from delivery where edition_id = :edition and subscriber_id = :subscriber)
              and %s""".formatted(Members.OF_EDITION.wantedThen());

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    ErasedReaders(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By edition, for deliveries have no index by subscriber: a million sent ones would fill it. */
    @EventListener
    void forget(Erased erased) {
        var rows = editions().stream().map(edition -> row(edition, erased)).toArray(SqlParameterSource[]::new);
        for (var change : List.of(FORGET, SETTLE, GIVE_UP, SKIP)) {
            jdbc.batchUpdate(change, rows);
        }
    }

    private List<Long> editions() {
        return jdbc.getJdbcOperations()
                .queryForList("select id from edition where audience_until is not null order by id", Long.class);
    }

    private SqlParameterSource row(long edition, Erased erased) {
        return new MapSqlParameterSource("edition", edition)
                .addValue("subscriber", erased.subscriberId())
                .addValue("now", clock.instant().atOffset(UTC));
    }
}
