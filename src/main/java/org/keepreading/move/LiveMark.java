package org.keepreading.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The row by which a database knows whether it is the one that sends. Neither the one that was moved from nor one whose move
 * is not finished sends, whatever is started on it.
 */
final class LiveMark {
    private static final int LONGEST = 200;
    private final Connection connection;

    LiveMark(Connection connection) {
        this.connection = connection;
    }

    /** What it says; empty: that this one sends, once it is asked. */
    Optional<String> words() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select place from installation")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    void say(String words) throws SQLException {
        var place = words.substring(0, Math.min(LONGEST, words.length()));
        if (update(place) == 0) {
            insert(place);
        }
    }

    /** Whoever asks next finds that this one sends. */
    void clear() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("delete from installation");
        }
    }

    private int update(String place) throws SQLException {
        try (var statement = connection.prepareStatement("update installation set place = ?")) {
            statement.setString(1, place);
            return statement.executeUpdate();
        }
    }

    private void insert(String place) throws SQLException {
        var sql = """
                insert into installation (only_row, name, place, sign, signed_at, signed_by)
                values (1, '', ?, 0, current_timestamp, 'the move')""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, place);
            statement.executeUpdate();
        }
    }
}
