package org.keepreading.move;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A table of the source, read once from end to end, a page at a time. */
final class TablePages implements AutoCloseable {
    private static final int MOST_ROWS = 1_000;
    /** In characters: an edition's template or content may be large. */
    private static final long MOST_WEIGHT = 2_000_000;

    private final Table table;
    private final Statement statement;
    private final ResultSet rows;

    TablePages(Connection source, Table table) throws SQLException {
        this.table = table;
        statement = source.createStatement();
        rows = statement.executeQuery(table.selectAll());
    }

    void skip(long count) throws SQLException {
        for (long skipped = 0; skipped < count && rows.next(); skipped++) {
            // on to the next
        }
    }

    /** Empty at the end. */
    List<Row> next() throws SQLException {
        var page = new ArrayList<Row>();
        var weight = 0L;
        while (page.size() < MOST_ROWS && weight < MOST_WEIGHT && rows.next()) {
            var row = table.read(rows);
            page.add(row);
            weight += row.weight();
        }
        return page;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
