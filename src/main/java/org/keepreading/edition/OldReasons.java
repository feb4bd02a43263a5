package org.keepreading.edition;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes why teasers were left out of editions of long ago: some hundred rows an edition, of which nobody asks any more.
 */
@Component
public class OldReasons {
    private static final int AT_ONCE = 20;
    private final JdbcClient jdbc;
    private final ReasonSettings settings;
    private final Clock clock;

    OldReasons(JdbcClient jdbc, ReasonSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** A few editions in each transaction. */
    public void delete() {
        var before = clock.instant().minus(settings.keepReasons());
        for (var some = old(before); !some.isEmpty(); some = old(before)) {
            jdbc.sql("delete from edition_candidate where edition_id in (:editions) and not picked")
                    .param("editions", some)
                    .update();
        }
    }

    private List<Long> old(Instant before) {
        return jdbc.sql("""
                        select id from edition
                        where slot < :before
                          and exists (select 1 from edition_candidate where edition_id = edition.id and not picked)
                        order by id fetch first :atOnce rows only""")
                .param("before", before.atOffset(UTC))
                .param("atOnce", AT_ONCE)
                .query(Long.class)
                .list();
    }
}
