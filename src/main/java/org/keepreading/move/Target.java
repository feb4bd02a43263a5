package org.keepreading.move;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL database that is moved to. */
final class Target implements AutoCloseable {
    private final Login login;
    private final Connection connection;
    private boolean isNew;

    private Target(Login login, Connection connection) {
        this.login = login;
        this.connection = connection;
    }

    static Target open(Login login) throws SQLException {
        return new Target(login, connect(login)).prepared();
    }

    private static Connection connect(Login login) {
        var properties = new Properties();
        properties.put("user", login.user());
        properties.put("password", login.password());
        properties.put("reWriteBatchedInserts", "true");
        try {
            return DriverManager.getConnection(login.url(), properties);
        } catch (SQLException e) {
            throw new CannotMove(login.place() + " does not let us in as " + login.user() + ": " + e.getMessage(), e);
        }
    }

    private Target prepared() throws SQLException {
        var flyway = Flyway.configure()
                .dataSource(login.url(), login.user(), login.password())
                .load();
        try {
            isNew = flyway.info().applied().length == 0;
            flyway.migrate();
        } catch (FlywayException e) {
            throw new CannotMove(
                    login.place() + " holds something else. Create an empty database for the move. (" + e.getMessage()
                            + ")",
                    e);
        }
        connection.setAutoCommit(false);
        return this;
    }

    String place() {
        return login.place();
    }

    /** Whether a move that says so was interrupted here. */
    boolean isMarked(String words) throws SQLException {
        return mark().words().equals(Optional.of(words));
    }

    /** Takes possession of an empty database; what the migrations themselves put into a new one comes from the source as well. */
    void begin(List<Table> tables, String words) throws SQLException {
        if (isNew) {
            clear(tables);
        }
        if (mark().words().isPresent() || !isEmpty(tables)) {
            throw new CannotMove(login.place()
                    + " has data already. Create an empty database for the move, or drop this one and create it anew.");
        }
        mark().say(words);
        connection.commit();
    }

    private void clear(List<Table> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var number = tables.size() - 1; number >= 0; number--) {
                statement.executeUpdate("delete from " + tables.get(number).name());
            }
        }
    }

    private boolean isEmpty(List<Table> tables) throws SQLException {
        for (var table : tables) {
            if (count(table) > 0) {
                return false;
            }
        }
        return true;
    }

    long count(Table table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table.name())) {
            row.next();
            return row.getLong(1);
        }
    }

    /** All of the page or nothing of it. */
    void insert(Table table, List<Row> page) throws SQLException {
        try (var statement = connection.prepareStatement(table.insert())) {
            for (var row : page) {
                table.write(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        connection.commit();
    }

    /** The rows of the same keys, by key. */
    Map<List<@Nullable Object>, Row> find(Table table, List<Row> page) throws SQLException {
        var found = new HashMap<List<@Nullable Object>, Row>();
        try (var statement = connection.prepareStatement(table.select(page.size()))) {
            var number = 1;
            for (var row : page) {
                table.writeKey(statement, number, row);
                number += table.key().size();
            }
            var rows = statement.executeQuery();
            while (rows.next()) {
                var row = table.read(rows);
                found.put(table.keyOf(row), row);
            }
        }
        return found;
    }

    /** So that PostgreSQL knows from the first query on how large the table is. */
    void analyze(Table table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("analyze " + table.name());
        }
        connection.commit();
    }

    void number(Table table, Column column, long next) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(pg_get_serial_sequence(?, ?), ?, false)")) {
            statement.setString(1, table.name());
            statement.setString(2, column.name());
            statement.setLong(3, next);
            statement.execute();
        }
        connection.commit();
    }

    /** It sends from now on. */
    void release() throws SQLException {
        mark().clear();
        connection.commit();
    }

    private LiveMark mark() {
        return new LiveMark(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
