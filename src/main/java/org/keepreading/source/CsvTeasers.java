package org.keepreading.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.keepreading.source.Feed.Read;

/** Reads CSV whose columns are named as teasers.json's fields: {@code image.url}, {@code author.name}, paragraphs one a line. */
record CsvTeasers(CsvRecord row, Map<String, Integer> columns) implements TeaserFields {

    static Stream<Feed> read(String text, CsvHead head) {
        return Feed.inParts(
                "", "", new Rows(rows(text.substring(head.start()), head).iterator(), columns(head)));
    }

    private static CsvReader<CsvRecord> rows(String text, CsvHead head) {
        return CsvReader.builder()
                .fieldSeparator(head.divider())
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static Map<String, Integer> columns(CsvHead head) {
        var columns = new HashMap<String, Integer>();
        for (var column = 0; column < head.columns().size(); column++) {
            columns.putIfAbsent(head.columns().get(column), column);
        }
        return columns;
    }

    /** Until the text is no CSV any more. */
    private static final class Rows implements Iterator<Read> {
        private final Iterator<CsvRecord> rows;
        private final Map<String, Integer> columns;
        private Optional<Read> next;
        private int taken;

        Rows(Iterator<CsvRecord> rows, Map<String, Integer> columns) {
            this.rows = rows;
            this.columns = columns;
            rows.next();
            this.next = read();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public Read next() {
            var read = next.orElseThrow(NoSuchElementException::new);
            next = read instanceof Read.Taken ? read() : Optional.empty();
            return read;
        }

        private Optional<Read> read() {
            try {
                while (rows.hasNext()) {
                    var row = rows.next();
                    if (!row.getFields().stream().allMatch(String::isBlank)) {
                        taken++;
                        return Optional.of(new Read.Taken(TeaserFields.entry(
                                "line " + row.getStartingLineNumber(), new CsvTeasers(row, columns))));
                    }
                }
                return Optional.empty();
            } catch (CsvParseException e) {
                return Optional.of(new Read.Left(
                        new Refusal("after entry " + taken, "this is not CSV any more: " + e.getMessage())));
            }
        }
    }

    @Override
    public Optional<String> field(String name) {
        return Optional.ofNullable(columns.get(name.toLowerCase(Locale.ROOT)))
                .filter(column -> column < row.getFieldCount())
                .map(row::getField)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    @Override
    public List<String> excerpt() {
        return field("excerpt").stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
