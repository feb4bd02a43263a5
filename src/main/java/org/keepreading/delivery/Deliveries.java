package org.keepreading.delivery;

import static org.keepreading.row.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keepreading.address.NewsletterKey;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of each edition on its way to each subscriber. */
@Repository
public class Deliveries {
    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts; at a million deliveries that takes the database a moment, so ask for it now and then. */
    public Progress progress(long editionId) {
        var counts = counts(editionId);
        return new Progress(
                audience(
                        editionId,
                        counts.values().stream().mapToLong(Long::longValue).sum()),
                counts.getOrDefault(DeliveryStatus.SENT, 0L),
                counts.getOrDefault(DeliveryStatus.DEFERRED, 0L),
                counts.getOrDefault(DeliveryStatus.FAILED, 0L),
                counts.getOrDefault(DeliveryStatus.SKIPPED, 0L));
    }

    /** How many got each revision. */
    public Map<Integer, Long> sentByRevision(long editionId) {
        var counts = new TreeMap<Integer, Long>();
        jdbc.sql("""
                        select revision, sum(n) as n from (
                          select revision, count(*) as n from delivery
                          where edition_id = :edition and status = 'sent' group by revision
                          union all
                          select revision, deliveries from delivery_figure
                          where edition_id = :edition and status = 'sent') counted
                        group by revision""").param("edition", editionId).query((RowCallbackHandler)
                row -> counts.put(row.getInt("revision"), row.getLong("n")));
        return counts;
    }

    /**
     * Of one subscriber, the newest slot first.
     *
     * @param editions how many of the newest editions are looked at
     */
    public List<PastDelivery> of(long subscriberId, int editions) {
        return jdbc.sql("""
                        select recent.id, recent.newsletter_key, recent.slot, delivery.status, delivery.reply,
                               delivery.recorded_at
                        from (select id, newsletter_key, slot from edition where frozen_at is not null
                              order by slot desc, id desc fetch first :editions rows only) recent
                        join delivery on delivery.edition_id = recent.id and delivery.subscriber_id = :subscriber
                        order by recent.slot desc, recent.id desc""")
                .param("editions", editions)
                .param("subscriber", subscriberId)
                .query(Deliveries::toPastDelivery)
                .list();
    }

    private static PastDelivery toPastDelivery(ResultSet row, int number) throws SQLException {
        return new PastDelivery(
                row.getLong("id"),
                new NewsletterKey(row.getString("newsletter_key")),
                instant(row, "slot"),
                DeliveryStatus.of(row.getString("status")),
                row.getString("reply"),
                instant(row, "recorded_at"));
    }

    /** Whether everybody was tried, and at most one of ten is to be tried again: some always take a day. */
    public boolean isAllButDone(long editionId) {
        return jdbc.sql("""
                        select audience_until is not null
                           and not exists (select 1 from batch where edition_id = edition.id)
                           and (select count(*) from deferral where edition_id = edition.id) * 10
                             <= coalesce(audience, (select count(*) from delivery where edition_id = edition.id))
                        from edition where id = :edition""").param("edition", editionId).query(Boolean.class).single();
    }

    private Map<DeliveryStatus, Long> counts(long editionId) {
        var counts = new EnumMap<DeliveryStatus, Long>(DeliveryStatus.class);
        jdbc.sql("""
                        select status, sum(n) as n from (
                          select status, count(*) as n from delivery where edition_id = :edition group by status
                          union all
                          select status, deliveries from delivery_figure where edition_id = :edition) counted
                        group by status""").param("edition", editionId).query(row -> {
            counts.put(DeliveryStatus.of(row.getString("status")), row.getLong("n"));
        });
        return counts;
    }

    private long audience(long editionId, long known) {
        return jdbc.sql("""
                        select coalesce(audience,
                          :known + (select coalesce(sum(members), 0) from batch where edition_id = :edition))
                        from edition where id = :edition""")
                .param("known", known)
                .param("edition", editionId)
                .query(Long.class)
                .single();
    }
}
