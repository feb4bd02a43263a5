package org.keepreading.move;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A database's tables as its metadata describes them, so that a table that a later version brings is moved like the others. */
final class Schema {
    /** Flyway's own; what Quartz sets anew; who is at work, and which database is the live one: true of one database only. */
    private static final Set<String> NOT_MOVED = Set.of("flyway_schema_history", "node", "installation");

    private static final String QUARTZ = "qrtz_";

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /** Those that are moved, each behind those that it refers to. */
    List<Table> tables() throws SQLException {
        var tables = new TreeMap<String, Table>();
        for (var name : names()) {
            tables.put(lower(name), table(name));
        }
        var ordered = new LinkedHashMap<String, Table>();
        for (var name : tables.keySet()) {
            add(name, tables, ordered);
        }
        return List.copyOf(ordered.values());
    }

    private void add(String name, Map<String, Table> tables, Map<String, Table> ordered) throws SQLException {
        for (var referred : referredBy(name)) {
            if (!referred.equals(name) && !ordered.containsKey(referred)) {
                add(referred, tables, ordered);
            }
        }
        ordered.put(name, tables.get(name));
    }

    private List<String> names() throws SQLException {
        var types = new String[] {"TABLE", "BASE TABLE"};
        try (var rows = connection.getMetaData().getTables(catalog(), schema(), "%", types)) {
            return strings(rows, "TABLE_NAME").stream()
                    .filter(name -> isMoved(lower(name)))
                    .toList();
        }
    }

    private static boolean isMoved(String table) {
        return !NOT_MOVED.contains(table) && !table.startsWith(QUARTZ);
    }

    private Table table(String name) throws SQLException {
        var key = key(name);
        if (key.isEmpty()) {
            throw new CannotMove("Table " + name + " has no primary key, so it can't be moved page by page.");
        }
        return new Table(lower(name), columns(name), key);
    }

    private List<Column> columns(String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var rows = connection.getMetaData().getColumns(catalog(), schema(), table, "%")) {
            while (rows.next()) {
                columns.add(new Column(
                        lower(rows.getString("COLUMN_NAME")),
                        Kind.of(rows.getInt("DATA_TYPE")),
                        "YES".equals(rows.getString("IS_AUTOINCREMENT"))));
            }
        }
        return columns;
    }

    private List<String> key(String table) throws SQLException {
        var columns = new TreeMap<Integer, String>();
        try (var rows = connection.getMetaData().getPrimaryKeys(catalog(), schema(), table)) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), lower(rows.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(columns.values());
    }

    private List<String> referredBy(String table) throws SQLException {
        try (var rows = connection.getMetaData().getImportedKeys(catalog(), schema(), table.toUpperCase(Locale.ROOT))) {
            return strings(rows, "PKTABLE_NAME").stream()
                    .map(Schema::lower)
                    .distinct()
                    .toList();
        }
    }

    private String catalog() throws SQLException {
        return connection.getCatalog();
    }

    private String schema() throws SQLException {
        return connection.getSchema();
    }

    private static List<String> strings(ResultSet rows, String column) throws SQLException {
        var strings = new ArrayList<String>();
        while (rows.next()) {
            strings.add(rows.getString(column));
        }
        return strings;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
