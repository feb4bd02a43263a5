package org.keepreading.delivery;

import static org.keepreading.row.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of an edition's readers has not got it, and why. */
@Repository
public class Undelivered {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    public Undelivered(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A reader whom it failed to reach for good.
     *
     * @param address {@code null}: they were erased since, and {@code reason} with it
     * @param reason what the relay said, or why it was never asked
     * @param at when that was known
     */
    public record Failed(
            long subscriberId,
            @Nullable String address,
            @Nullable String reason,
            Instant at) {}

    /** The first of them, by their numbers. */
    public List<Failed> failed(long editionId, int atMost) {
        return failedAfter(editionId, 0, atMost);
    }

    public List<Failed> allFailed(long editionId) {
        var all = new ArrayList<Failed>();
        var page = failedAfter(editionId, 0, AT_ONCE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = failedAfter(editionId, page.get(page.size() - 1).subscriberId(), AT_ONCE);
        }
        return all;
    }

    private List<Failed> failedAfter(long editionId, long last, int atMost) {
        return jdbc.sql("""
                        select delivery.subscriber_id, subscriber.email, delivery.reply, delivery.recorded_at
                        from delivery left join subscriber on subscriber.id = delivery.subscriber_id
                        where delivery.edition_id = :edition and delivery.subscriber_id > :last
                          and delivery.status = 'failed'
                        order by delivery.subscriber_id fetch first :atMost rows only""")
                .param("edition", editionId)
                .param("last", last)
                .param("atMost", atMost)
                .query(Undelivered::toFailed)
                .list();
    }

    /** Why readers are deferred, what most of them are deferred for first. */
    public List<DeferralReason> deferred(long editionId) {
        var reasons = new DeferralReasons();
        jdbc.sql("""
                        select coalesce(delivery.reply, '') as reply, count(*) as readers,
                               min(deferral.next_attempt_at) as next_try
                        from deferral join delivery on delivery.edition_id = deferral.edition_id
                          and delivery.subscriber_id = deferral.subscriber_id
                        where deferral.edition_id = :edition
                        group by coalesce(delivery.reply, '') order by readers desc, reply""")
                .param("edition", editionId)
                .query(Undelivered::toReason)
                .list()
                .forEach(reasons::add);
        return reasons.mostReadersFirst();
    }

    private static Failed toFailed(ResultSet row, int number) throws SQLException {
        return new Failed(
                row.getLong("subscriber_id"),
                row.getString("email"),
                row.getString("reply"),
                instant(row, "recorded_at"));
    }

    private static DeferralReason toReason(ResultSet row, int number) throws SQLException {
        return new DeferralReason(row.getString("reply"), row.getLong("readers"), instant(row, "next_try"));
    }
}
