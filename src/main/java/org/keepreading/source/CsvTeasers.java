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

    static Stream<Feed> read(String text) {
        return Feed.inParts("", "", new Rows(rows(text).iterator()));
    }

    private static CsvReader<CsvRecord> rows(String text) {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    /** Until the text is no CSV any more. */
    private static final class Rows implements Iterator<Read> {
        private final Iterator<CsvRecord> rows;
        private final Map<String, Integer> columns = new HashMap<>();
        private Optional<Read> next;
        private int taken;

        Rows(Iterator<CsvRecord> rows) {
            this.rows = rows;
            nameColumns(rows.next());
            this.next = read();
        }

        private void nameColumns(CsvRecord head) {
            for (var column = 0; column < head.getFieldCount(); column++) {
                columns.putIfAbsent(head.getField(column).strip().toLowerCase(Locale.ROOT), column);
            }
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

    /** What spreadsheets of the reader's country write: a comma, a semicolon or a tab. */
    private static char separator(String text) {
        var head = text.lines().findFirst().orElse("");
        var semicolons = head.chars().filter(letter -> letter == ';').count();
        var commas = head.chars().filter(letter -> letter == ',').count();
        return head.indexOf('\t') >= 0 ? '\t' : semicolons > commas ? ';' : ',';
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
