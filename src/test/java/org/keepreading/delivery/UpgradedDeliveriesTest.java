package org.keepreading.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.edition.EditionStatus;
import org.keepreading.relay.RelayAt;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A half-sent edition in a database from before V28: the upgrade loses nobody, doubles nobody, and counts the same. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class UpgradedDeliveriesTest {
    private static final long EDITION = 1;
    private final FaultyRelay relay = new FaultyRelay();
    private final HikariDataSource old;
    private final JdbcClient jdbc;
    private final String url;

    UpgradedDeliveriesTest(TestDatabase database) {
        url = database.urlAt("27");
        old = (HikariDataSource) TestDatabase.at(url);
        jdbc = JdbcClient.create(old);
        twentyReadersOfTheDaily();
        anEditionForThem();
        delivered("sent", "250 2.0.0 OK", 1, 2, 3, 4, 5);
        delivered("failed", "550 5.1.1 No such user", 6);
        delivered("failed", "554 5.7.1 Blocked", 7);
        delivered("failed", "\"bob\" is no email address.", 8);
        delivered("skipped", "unsubscribed", 9);
        delivered("skipped", "no story in the sections that they chose", 10);
        delivered("deferred", "450 4.2.1 Mailbox busy", 11, 12, 13);
        jdbc.sql("""
                        insert into deferral (edition_id, subscriber_id, first_attempt_at, next_attempt_at)
                        select edition_id, subscriber_id, recorded_at, recorded_at from delivery
                        where status = 'deferred'""").update();
        jdbc.sql("""
                        insert into batch (edition_id, first_id, last_id, members, due_at)
                        select 1, 14, 20, 7, frozen_at from edition""").update();
        jdbc.sql("""
                        insert into delivery_figure (edition_id, revision, status, reply_class, deliveries)
                        values (1, 1, 'failed', '5.1', 30), (1, 1, 'skipped', 'no', 2)""").update();
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void areCountedAsBefore() {
        var newsroom = upgraded();

        assertThat(newsroom.deliveries.progress(EDITION)).isEqualTo(new Progress(20, 5, 3, 33, 4));
        assertThat(newsroom.failures().byKind(EDITION)).isEqualTo(Map.of("5.1", 31L, "5.7", 1L, "unsendable", 1L));
        assertThat(kinds(newsroom, "deferred")).containsExactly("4.2");
        assertThat(kinds(newsroom, "skipped")).containsExactly("no-story", "unsubscribed");
        assertThat(newsroom.count("select count(*) from delivery_figure where kind = 'no-story'"))
                .isEqualTo(1);
    }

    @Test
    void goOnWhereTheyStopped() {
        var newsroom = upgraded();

        newsroom.senders(RelayAt.port(relay.port()), Sending.by(2)).drain(EDITION);

        assertThat(relay.taken())
                .extracting(FaultyRelay.Mail::recipient)
                .containsExactlyInAnyOrderElementsOf(readers(11, 20));
        assertThat(newsroom.editions.get(EDITION).status()).isEqualTo(EditionStatus.SENT);
    }

    @Test
    void countAsSentWhateverBecomesOfTheirEdition() {
        var newsroom = upgraded();

        assertThat(newsroom.jdbc
                        .sql("select edition_id from edition_reached where revision = 1")
                        .query(Long.class)
                        .list())
                .containsExactly(EDITION);
    }

    /** Opened anew after the upgrade, as the program does. */
    private DeliveryNewsroom upgraded() {
        old.close();
        TestDatabase.migrate(url);
        return DeliveryNewsroom.on(TestDatabase.at(url));
    }

    private static List<String> kinds(DeliveryNewsroom newsroom, String status) {
        return newsroom.jdbc
                .sql("select distinct kind from delivery where status = :status order by kind")
                .param("status", status)
                .query(String.class)
                .list();
    }

    private static List<String> readers(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj("reader%d@example.org"::formatted)
                .toList();
    }

    private void twentyReadersOfTheDaily() {
        jdbc.sql(
                        "insert into list (list_key, title) select 'daily', 'Daily' where not exists (select 1 from list where list_key = 'daily')")
                .update();
        readers(1, 20)
                .forEach(address -> jdbc.sql("""
                        insert into subscriber (email, email_key, status, attributes, created_at, changed_at)
                        values (:address, :address, 'active', '{}', timestamp with time zone '2026-03-01 07:00:00Z',
                          timestamp with time zone '2026-03-01 07:00:00Z')""").param("address", address).update());
        jdbc.sql("""
                        insert into subscription (list_key, subscriber_id, since)
                        select 'daily', id, created_at from subscriber order by id""").update();
    }

    private void anEditionForThem() {
        jdbc.sql("""
                        insert into edition (newsletter_key, slot, cause, status, frozen_at, audience, audience_until)
                        select 'daily', timestamp with time zone '2026-03-02 06:00:00Z', 'schedule', 'sending',
                          timestamp with time zone '2026-03-02 06:00:00Z', 20, max(id) from subscription""").update();
        jdbc.sql("insert into audience_list (edition_id, list_key) values (1, 'daily')")
                .update();
    }

    private void delivered(String status, String reply, Integer... readers) {
        jdbc.sql("""
                        insert into delivery (edition_id, subscriber_id, status, attempts, reply, recorded_at)
                        select 1, id, :status, 1, :reply, created_at from subscriber where id in (:readers)""")
                .param("status", status)
                .param("reply", reply)
                .param("readers", List.of(readers))
                .update();
    }
}
