package org.keepreading.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keepreading.testing.ServerProcess;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Every row of an H2 file arrives in PostgreSQL, however often the move is cut off. */
class MoveTest {
    private static final int READERS = 2_500;
    private final Login from = new Login(TestDatabase.H2.sharedUrl(), "postgres", TestDatabase.PASSWORD);
    private final Login to = new Login(TestDatabase.emptyPostgresqlUrl(), "postgres", TestDatabase.PASSWORD);
    private final JdbcClient before = client(from);
    private final JdbcClient after = client(to);
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void bringInReaders() {
        before.sql("insert into list (list_key, title) values ('daily', 'The Harbour Daily')")
                .update();
        before.sql("""
                        insert into subscriber (email, email_key, name, status, attributes, created_at, changed_at)
                        select 'reader' || x || '@example.org', 'reader' || x || '@example.org', null, 'active', '{}',
                          timestamp with time zone '2026-03-01 08:00:00.123456+01:00', current_timestamp
                        from system_range(1, ?) order by x""").param(READERS).update();
        before.sql(
                        "insert into subscription (list_key, subscriber_id, since) select 'daily', id, created_at from subscriber order by id")
                .update();
        before.sql("update subscriber set name = 'Ada “the first” 🚢', zone = 'Europe/Lisbon' where id = 1")
                .update();
    }

    @Test
    void bringsEveryRowAsItIs() throws SQLException {
        before.sql(
                        "insert into edition (newsletter_key, slot, cause, status, content) values ('daily', timestamp with time zone '2026-03-02 07:00:00Z', 'hand', 'sending', ?)")
                .param("x".repeat(3_000_000))
                .update();
        before.sql(
                        "insert into edition_candidate (edition_id, position, teaser_id, section_key, headline, picked, reason) values (1, 1, 1, 'city', 'Ferry', true, 'lead'), (1, 2, 2, 'city', 'Tide', false, 'too old')")
                .update();
        before.sql(
                        "insert into delivery (edition_id, subscriber_id, status, kind, attempts, recorded_at) select 1, id, 'sent', '2', 1, current_timestamp from subscriber")
                .update();

        before.sql("""
                        insert into slot_notice (newsletter_key, slot, kind, told_at)
                        values ('daily', timestamp with time zone '2026-03-02 07:00:00Z', 'late', current_timestamp)""").update();

        var moved = move();

        assertThat(moved.rows()).isEqualTo(3 * READERS + 5L);
        assertThat(after.sql("select count(*) from subscription")
                        .query(Long.class)
                        .single())
                .isEqualTo(READERS);
        assertThat(after.sql("select name from subscriber where id = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Ada “the first” 🚢");
        assertThat(after.sql(
                                "select name is null and created_at = timestamptz '2026-03-01 07:00:00.123456Z' from subscriber where id = 2")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(after.sql("select picked from edition_candidate order by position")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, false);
        assertThat(after.sql("select length(content) from edition")
                        .query(Long.class)
                        .single())
                .isEqualTo(3_000_000);
    }

    @Test
    void bringsEachTableBehindThoseThatItRefersTo() throws SQLException {
        move();

        assertThat(log.indexOf("subscriber: 2,500 rows copied."))
                .isLessThan(log.indexOf("subscription: 2,500 rows copied."));
        assertThat(log).noneMatch(line -> line.startsWith("qrtz_") || line.startsWith("node:"));
    }

    @Test
    void givesAwayNoNumberThatSomebodyHadBefore() throws SQLException {
        before.sql("delete from subscriber where id = ?").param(READERS).update();

        move();
        after.sql(
                        "insert into subscriber (email, email_key, status, attributes, created_at, changed_at) values ('new@example.org', 'new@example.org', 'active', '{}', current_timestamp, current_timestamp)")
                .update();

        assertThat(after.sql("select id from subscriber where email = 'new@example.org'")
                        .query(Long.class)
                        .single())
                .as("the links of the one who was erased")
                .isGreaterThan(READERS);
    }

    @Test
    void goesOnWhereItWasInterrupted() throws SQLException {
        interruptedAt(1_500);
        var wroteFirst = whoWroteTheFirstRow();
        assertThat(after.sql("select count(*) from subscriber")
                        .query(Long.class)
                        .single())
                .isEqualTo(1_000);

        healed();
        move();

        assertThat(whoWroteTheFirstRow()).as("the first page's transaction").isEqualTo(wroteFirst);
        assertThat(after.sql("select count(*) from subscriber")
                        .query(Long.class)
                        .single())
                .isEqualTo(READERS);
    }

    @Test
    void letsNobodySendFromADatabaseThatIsHalfMoved() throws SQLException {
        interruptedAt(1_500);

        assertThat(after.sql("select place from installation")
                        .query(String.class)
                        .single())
                .startsWith("not finished: moving from jdbc:h2:");
        healed();
        move();
        assertThat(after.sql("select count(*) from installation")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void noticesARowThatIsNotTheSame() throws SQLException {
        interruptedAt(1_500);
        healed();
        after.sql("update subscriber set language = 'pt' where id = 7").update();

        assertThatThrownBy(this::move)
                .isInstanceOf(CannotMove.class)
                .hasMessageStartingWith("Table subscriber: row [7] is not the same in both databases.");
        assertThat(before.sql("select count(*) from installation")
                        .query(Long.class)
                        .single())
                .as("the old one goes on sending")
                .isZero();
    }

    @Test
    void noticesARowThatIsThereOnly() throws SQLException {
        interruptedAt(1_500);
        healed();
        after.sql(
                        "insert into suppression (email_key, reason, since) values ('x@example.org', 'complained', current_timestamp)")
                .update();

        assertThatThrownBy(this::move).hasMessageStartingWith("Table suppression: 0 rows here and 1 there.");
    }

    @Test
    void goesIntoNoDatabaseThatHasData() {
        var used = new Login(TestDatabase.POSTGRESQL.freshUrl(), "postgres", TestDatabase.PASSWORD);
        client(used)
                .sql("insert into list (list_key, title) values ('weekly', 'The Week')")
                .update();

        assertThatThrownBy(() -> Move.run(from, used, log::add))
                .isInstanceOf(CannotMove.class)
                .hasMessageEndingWith(
                        "has data already. Create an empty database for the move, or drop this one and create it anew.");
    }

    @Test
    void goesIntoNoDatabaseOfAnotherProgram() {
        after.sql("create table customer (id int primary key)").update();

        assertThatThrownBy(this::move).isInstanceOf(CannotMove.class).hasMessageContaining("holds something else.");
    }

    @Test
    void happensOnce() throws SQLException {
        move();

        var another = new Login(TestDatabase.emptyPostgresqlUrl(), "postgres", TestDatabase.PASSWORD);
        assertThatThrownBy(() -> Move.run(from, another, log::add))
                .hasMessageStartingWith("This database was moved to jdbc:postgresql://localhost");
    }

    @Test
    void waitsUntilTheServerIsStopped() throws SQLException {
        try (var server = ServerProcess.serve(Map.of(
                "spring.datasource.url",
                from.url(),
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                TestDatabase.PASSWORD))) {
            server.awaitUp();

            assertThatThrownBy(this::move).isInstanceOf(CannotMove.class).hasMessageContaining("Stop it,");
            server.terminate();
        }

        assertThat(move().rows()).isPositive();
    }

    private Moved move() throws SQLException {
        return Move.run(from, to, log::add);
    }

    /** As a full disk or a cut connection would, in the middle of a table. */
    private void interruptedAt(long subscriber) {
        TestDatabase.migrate(to.url());
        after.sql(
                        "create function refuse() returns trigger language plpgsql as 'begin raise exception ''disk full''; end'")
                .update();
        after.sql(
                        "create trigger disk_full before insert on subscriber for each row when (new.id = %d) execute function refuse()"
                                .formatted(subscriber))
                .update();
        assertThatThrownBy(this::move)
                .isInstanceOf(CannotMove.class)
                .hasMessageContaining("Table subscriber, between [1001] and [2000]");
    }

    private void healed() {
        after.sql("drop trigger disk_full on subscriber").update();
    }

    private String whoWroteTheFirstRow() {
        return after.sql("select cast(xmin as text) from subscriber where id = 1")
                .query(String.class)
                .single();
    }

    /** A connection for each statement: the H2 file is closed in between. */
    private static JdbcClient client(Login login) {
        return JdbcClient.create(new DriverManagerDataSource(login.url(), login.user(), login.password()));
    }
}
