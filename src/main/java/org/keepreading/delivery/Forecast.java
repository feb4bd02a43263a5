package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;
import static org.keepreading.row.Columns.instant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When an edition will have been sent, but for those who are deferred, by the pace of its last minute. */
@Component
public class Forecast {
    private static final Duration MEASURED = Duration.ofMinutes(1);
    private final JdbcClient jdbc;
    private final Stragglers stragglers;
    private final Clock clock;

    Forecast(JdbcClient jdbc, Stragglers stragglers, Clock clock) {
        this.stragglers = stragglers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty where nobody else is left, or nothing was settled lately: then nobody knows. */
    public Optional<Instant> end(long editionId, Progress progress) {
        var now = clock.instant();
        var left = progress.left() - stragglers.of(editionId).readers();
        var pace = pace(editionId, now.minus(MEASURED));
        if (pace.tried() == 0 || left <= 0) {
            return Optional.empty();
        }
        var time = Duration.between(pace.first().isAfter(now) ? now : pace.first(), now);
        return Optional.of(now.plus(time.multipliedBy(left).dividedBy(pace.tried())));
    }

    private Pace pace(long editionId, Instant since) {
        return jdbc.sql("""
                        select count(*) as tried, coalesce(min(recorded_at), :since) as first from delivery
                        where edition_id = :edition and recorded_at >= :since
                          and (attempts > 0 or status <> 'deferred')""")
                .param("edition", editionId)
                .param("since", since.atOffset(UTC))
                .query((rs, row) -> new Pace(rs.getLong("tried"), instant(rs, "first")))
                .single();
    }

    private record Pace(long tried, Instant first) {}
}
