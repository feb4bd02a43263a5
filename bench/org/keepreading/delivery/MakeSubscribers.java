package org.keepreading.delivery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;

/**
 * Fills a database with subscribers of the list "daily", one in fifty of them unsubscribed. Some of the first are on the
 * list "early" as well, for a first edition that warms up. What it filled itself it empties before. See bench/README.md.
 */
final class MakeSubscribers {
    static final String PASSWORD = "bench";

    private static final int A_TRANSACTION = 10_000;
    private static final int MOST_EARLY = 100_000;
    private static final OffsetDateTime SINCE = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final String SUBSCRIBE = """
            insert into subscription (list_key, subscriber_id, since)
            select '%s', id, created_at from subscriber where email_key = ?""";

    private final Connection connection;
    private final int count;

    private MakeSubscribers(Connection connection, int count) {
        this.connection = connection;
        this.count = count;
    }

    /** @param arguments how many, JDBC URL, user */
    public static void main(String... arguments) throws SQLException {
        var count = Integer.parseInt(arguments[0]);
        var started = System.nanoTime();
        var flyway = Flyway.configure().dataSource(arguments[1], arguments[2], PASSWORD).cleanDisabled(false).load();
        flyway.migrate();
        if (isFilled(arguments[1], arguments[2])) {
            flyway.clean();
            flyway.migrate();
        }
        try (var connection = DriverManager.getConnection(arguments[1], arguments[2], PASSWORD)) {
            connection.setAutoCommit(false);
            new MakeSubscribers(connection, count).fill();
        }
        System.err.printf("%,d subscribers in %,d s%n", count, (System.nanoTime() - started) / 1_000_000_000);
    }

    /** By us, that is. */
    private static boolean isFilled(String url, String user) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, PASSWORD);
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select count(*), count(case when email not like 'reader%@example.org' then 1 end)
                        from subscriber""")) {
            row.next();
            if (row.getInt(2) > 0) {
                throw new IllegalStateException("The database has subscribers of its own. Give the URL of an empty one.");
            }
            return row.getInt(1) > 0;
        }
    }

    private void fill() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into list (list_key, title) values ('daily', 'The Harbour Daily'), ('early', 'Early')");
        }
        try (var subscriber = connection.prepareStatement("""
                        insert into subscriber (email, email_key, name, language, status, attributes, created_at, changed_at)
                        values (?, ?, ?, 'en', ?, '{}', ?, ?)""");
                var daily = connection.prepareStatement(SUBSCRIBE.formatted("daily"));
                var early = connection.prepareStatement(SUBSCRIBE.formatted("early"))) {
            fill(subscriber, daily, early);
        }
    }

    private void fill(PreparedStatement subscriber, PreparedStatement daily, PreparedStatement early)
            throws SQLException {
        for (var number = 1; number <= count; number++) {
            add(subscriber, number);
            add(daily, address(number));
            if (number % 5 == 0 && number <= MOST_EARLY) {
                add(early, address(number));
            }
            if (number % A_TRANSACTION == 0 || number == count) {
                subscriber.executeBatch();
                daily.executeBatch();
                early.executeBatch();
                connection.commit();
            }
        }
    }

    private static void add(PreparedStatement subscriber, int number) throws SQLException {
        subscriber.setString(1, address(number));
        subscriber.setString(2, address(number));
        subscriber.setString(3, "Reader " + number);
        subscriber.setString(4, number % 50 == 0 ? "unsubscribed" : "active");
        subscriber.setObject(5, SINCE);
        subscriber.setObject(6, SINCE);
        subscriber.addBatch();
    }

    private static void add(PreparedStatement subscription, String address) throws SQLException {
        subscription.setString(1, address);
        subscription.addBatch();
    }

    private static String address(int number) {
        return "reader%d@example.org".formatted(number);
    }
}
