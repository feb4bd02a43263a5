package org.keepreading.move;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The H2 file that is moved from. As long as it is open here, no other process can open it: it is at rest. */
final class MoveSource implements AutoCloseable {
    private static final int OPEN_ELSEWHERE = 90020;
    private static final int NOT_THERE = 90146;

    private final Login login;
    private final Connection connection;

    private MoveSource(Login login, Connection connection) {
        this.login = login;
        this.connection = connection;
    }

    static MoveSource open(Login login) throws SQLException {
        if (!login.url().startsWith("jdbc:h2:") || login.url().matches("jdbc:h2:(tcp|ssl|mem):.*")) {
            throw new CannotMove("What is moved is an H2 file, and spring.datasource.url is " + login.place()
                    + ". For another PostgreSQL use pg_dump and pg_restore.");
        }
        var alone = new Login(forUsAlone(login.url()), login.user(), login.password());
        return new MoveSource(alone, connect(alone)).prepared();
    }

    /** AUTO_SERVER would let others in, and us into a database that a server has open. */
    private static String forUsAlone(String url) {
        return url.replaceAll("(?i);(AUTO_SERVER|IFEXISTS)=[^;]*", "") + ";IFEXISTS=TRUE";
    }

    private static Connection connect(Login login) throws SQLException {
        try {
            return DriverManager.getConnection(login.url(), login.user(), login.password());
        } catch (SQLException e) {
            if (e.getErrorCode() == OPEN_ELSEWHERE) {
                throw new CannotMove(
                        "A server or a command has " + login.place()
                                + " open. Stop it, as nothing may change while it is moved, and run this again.",
                        e);
            }
            if (e.getErrorCode() == NOT_THERE) {
                throw new CannotMove(
                        "There is no database at " + login.place()
                                + ". Run this in the folder that the server is started from.",
                        e);
            }
            throw e;
        }
    }

    private MoveSource prepared() throws SQLException {
        Flyway.configure()
                .dataSource(login.url(), login.user(), login.password())
                .load()
                .migrate();
        try (var statement = connection.createStatement()) {
            statement.execute("set lazy_query_execution 1"); // rows come as they are read, not all at once
            statement.execute("set max_memory_rows 1000"); // where they can't, the rest goes to disk
        }
        return this;
    }

    List<Table> tables() throws SQLException {
        return new Schema(connection).tables();
    }

    TablePages pages(Table table) throws SQLException {
        return new TablePages(connection, table);
    }

    /** The number that the next row would get; no number that was given away before comes again. */
    long next(Table table, Column column) throws SQLException {
        var sql = "select identity_base from information_schema.columns"
                + " where table_schema = current_schema and lower(table_name) = ? and lower(column_name) = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, table.name());
            statement.setString(2, column.name());
            var row = statement.executeQuery();
            return row.next() ? row.getLong(1) : 1;
        }
    }

    LiveMark mark() {
        return new LiveMark(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
