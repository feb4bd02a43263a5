package org.keepreading.move;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A move from an H2 file to a PostgreSQL database: copies each table, checks each row, and only then has the other database
 * send. One that was interrupted goes on where it stood when it is run again.
 */
public final class Move {
    private static final String MOVED = "moved to ";

    private final MoveSource source;
    private final Target target;
    private final Consumer<String> log;

    private Move(MoveSource source, Target target, Consumer<String> log) {
        this.source = source;
        this.target = target;
        this.log = log;
    }

    /** @param log is told a sentence for each table */
    public static Moved run(Login from, Login to, Consumer<String> log) throws SQLException {
        try (var source = MoveSource.open(from);
                var target = Target.open(to)) {
            return new Move(source, target, log).run(from.place());
        }
    }

    private Moved run(String place) throws SQLException {
        var tables = source.tables();
        begin(tables, "not finished: moving from " + place);
        for (var table : tables) {
            copy(table);
        }
        var rows = 0L;
        for (var table : tables) {
            rows += check(table);
        }
        handOver();
        return new Moved(tables.size(), rows);
    }

    private void begin(List<Table> tables, String mark) throws SQLException {
        if (!target.isMarked(mark)) {
            refuseWhatWasMoved();
            target.begin(tables, mark);
        }
    }

    private void refuseWhatWasMoved() throws SQLException {
        var words = source.mark().words().filter(text -> text.startsWith(MOVED));
        if (words.isPresent()) {
            throw new CannotMove(
                    "This database was " + words.get()
                            + " and sends nothing any more. If it is to be moved once more, run \"live --confirm\" on it first.");
        }
    }

    /** Pages go in the order of the key, each in a transaction: what is there already is the beginning. */
    private void copy(Table table) throws SQLException {
        var copied = target.count(table);
        try (var pages = source.pages(table)) {
            pages.skip(copied);
            for (var page = pages.next(); !page.isEmpty(); page = pages.next()) {
                insert(table, page);
                copied += page.size();
            }
        }
        number(table);
        target.analyze(table);
        log.accept("%s: %,d rows copied.".formatted(table.name(), copied));
    }

    private void insert(Table table, List<Row> page) throws SQLException {
        try {
            target.insert(table, page);
        } catch (SQLException e) {
            throw new CannotMove(
                    "Table %s, between %s and %s: PostgreSQL takes these rows not: %s"
                            .formatted(
                                    table.name(),
                                    table.keyOf(page.get(0)),
                                    table.keyOf(page.get(page.size() - 1)),
                                    e.getMessage()),
                    e);
        }
    }

    private void number(Table table) throws SQLException {
        for (var column : table.columns()) {
            if (column.numbered()) {
                target.number(table, column, source.next(table, column));
            }
        }
    }

    private long check(Table table) throws SQLException {
        var checked = 0L;
        try (var pages = source.pages(table)) {
            for (var page = pages.next(); !page.isEmpty(); page = pages.next()) {
                check(table, page);
                checked += page.size();
            }
        }
        refuseMore(table, checked);
        log.accept("%s: %,d rows checked.".formatted(table.name(), checked));
        return checked;
    }

    private void check(Table table, List<Row> page) throws SQLException {
        var there = target.find(table, page);
        for (var row : page) {
            if (!row.equals(there.get(table.keyOf(row)))) {
                throw differs(table, "row " + table.keyOf(row) + " is not the same in both databases");
            }
        }
    }

    private void refuseMore(Table table, long rows) throws SQLException {
        var there = target.count(table);
        if (there != rows) {
            throw differs(table, "%,d rows here and %,d there".formatted(rows, there));
        }
    }

    private CannotMove differs(Table table, String how) {
        return new CannotMove(
                "Table %s: %s. Was a server started on either since the move began? Drop %s, create it anew and run this again."
                        .formatted(table.name(), how, target.place()));
    }

    /** In this order: interrupted in between neither sends, and to run it again ends it. */
    private void handOver() throws SQLException {
        source.mark().say(MOVED + target.place());
        target.release();
    }
}
