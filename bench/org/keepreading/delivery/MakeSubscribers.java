package org.keepreading.delivery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;

/** Fills a database with subscribers of the list "daily", one in fifty of them unsubscribed: see bench/README.md. */
final class MakeSubscribers {
    private static final int A_TRANSACTION = 10_000;
    private static final OffsetDateTime SINCE = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private MakeSubscribers() {}

    /** @param arguments how many, JDBC URL, user */
    public static void main(String... arguments) throws SQLException {
        var count = Integer.parseInt(arguments[0]);
        var started = System.nanoTime();
        Flyway.configure().dataSource(arguments[1], arguments[2], "").load().migrate();
        try (var connection = DriverManager.getConnection(arguments[1], arguments[2], "")) {
            connection.setAutoCommit(false);
            fill(connection, count);
        }
        System.out.printf("%,d subscribers in %,d s%n", count, (System.nanoTime() - started) / 1_000_000_000);
    }

    private static void fill(Connection connection, int count) throws SQLException {
        connection.createStatement().execute("insert into list (list_key, title) values ('daily', 'The Harbour Daily')");
        try (var subscriber = connection.prepareStatement("""
                        insert into subscriber (email, email_key, name, language, status, attributes, created_at, changed_at)
                        values (?, ?, ?, 'en', ?, '{}', ?, ?)""");
                var subscription = connection.prepareStatement("""
                        insert into subscription (list_key, subscriber_id, since)
                        select 'daily', id, created_at from subscriber where email_key = ?""")) {
            for (var number = 1; number <= count; number++) {
                add(subscriber, subscription, number);
                if (number % A_TRANSACTION == 0 || number == count) {
                    subscriber.executeBatch();
                    subscription.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static void add(PreparedStatement subscriber, PreparedStatement subscription, int number)
            throws SQLException {
        var email = "reader%d@example.org".formatted(number);
        subscriber.setString(1, email);
        subscriber.setString(2, email);
        subscriber.setString(3, "Reader " + number);
        subscriber.setString(4, number % 50 == 0 ? "unsubscribed" : "active");
        subscriber.setObject(5, SINCE);
        subscriber.setObject(6, SINCE);
        subscriber.addBatch();
        subscription.setString(1, email);
        subscription.addBatch();
    }
}
