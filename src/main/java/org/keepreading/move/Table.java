package org.keepreading.move;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as the source's metadata describes it.
 *
 * @param key the names of its primary key's columns
 */
record Table(String name, List<Column> columns, List<String> key) {

    /** Each row, in the order of the key. */
    String selectAll() {
        return "select %s from %s order by %s".formatted(names(), name, String.join(", ", key));
    }

    /** Those of so many keys. A thousand pairs without "values" took PostgreSQL 300 ms instead of 5. */
    String select(int rows) {
        var one = "(" + marks(key.size()) + ")";
        return "select %s from %s where (%s) in (values %s)"
                .formatted(
                        names(),
                        name,
                        String.join(", ", key),
                        Stream.generate(() -> one).limit(rows).collect(joining(", ")));
    }

    String insert() {
        return "insert into %s (%s) overriding system value values (%s)"
                .formatted(name, names(), marks(columns.size()));
    }

    Row read(ResultSet result) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        for (var number = 1; number <= columns.size(); number++) {
            values.add(columns.get(number - 1).kind().read(result, number));
        }
        return new Row(values);
    }

    void write(PreparedStatement statement, Row row) throws SQLException {
        for (var number = 1; number <= columns.size(); number++) {
            columns.get(number - 1).kind().write(statement, number, row.values().get(number - 1));
        }
    }

    /** @param from the number of the first parameter */
    void writeKey(PreparedStatement statement, int from, Row row) throws SQLException {
        var number = from;
        for (var index : keyIndices()) {
            columns.get(index).kind().write(statement, number++, row.values().get(index));
        }
    }

    /** What the row is known by. */
    List<@Nullable Object> keyOf(Row row) {
        var values = new ArrayList<@Nullable Object>();
        keyIndices().forEach(index -> values.add(row.values().get(index)));
        return values;
    }

    private List<Integer> keyIndices() {
        var names = columns.stream().map(Column::name).toList();
        return key.stream().map(names::indexOf).toList();
    }

    private String names() {
        return columns.stream().map(Column::name).collect(joining(", "));
    }

    private static String marks(int count) {
        return Stream.generate(() -> "?").limit(count).collect(joining(", "));
    }
}
