package org.keepreading.journal;

import static java.time.ZoneOffset.UTC;
import static org.keepreading.row.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keepreading.text.Fitted;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What commands have to tell, until a server tells it. Where none comes it is kept for a week. */
@Repository
class WaitingLines {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int LONGEST = 4_000;
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingLines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One line, and when that was. */
    record Waiting(long id, Instant at, Level level, String line) {}

    void add(Level level, String line) {
        var now = clock.instant();
        jdbc.sql("delete from journal_line where told_at < :longAgo")
                .param("longAgo", now.minus(KEPT).atOffset(UTC))
                .update();
        jdbc.sql("insert into journal_line (told_at, level, line) values (:now, :level, :line)")
                .param("now", now.atOffset(UTC))
                .param("level", level.name())
                .param("line", Fitted.cut(line, LONGEST))
                .update();
    }

    /** The eldest first, and not too many. */
    List<Waiting> first() {
        return jdbc.sql("select id, told_at, level, line from journal_line order by id fetch first :atOnce rows only")
                .param("atOnce", AT_ONCE)
                .query(WaitingLines::toWaiting)
                .list();
    }

    /** Whether it is the caller's to tell, and not another server's. */
    boolean take(Waiting waiting) {
        return jdbc.sql("delete from journal_line where id = :id")
                        .param("id", waiting.id())
                        .update()
                > 0;
    }

    private static Waiting toWaiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                instant(row, "told_at"),
                Level.valueOf(row.getString("level")),
                row.getString("line"));
    }
}
