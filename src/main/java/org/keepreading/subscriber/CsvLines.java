package org.keepreading.subscriber;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file (RFC 4180), divided by comma, semicolon or tab. A quote that is never closed costs its own line and
 * no more: a value goes on in the next line only while that is no whole record by itself.
 */
final class CsvLines {
    private static final int LONGEST_RECORD = 10;
    private static final String UNMATCHED =
            "Its quotes do not match. A value that begins with a quote ends with one, and a quote within it is written twice.";

    private static final String TOO_LONG = "It is longer than 64 KB. Leave out what readers need not.";

    private final TextLines lines;
    private final Deque<TextLine> ahead = new ArrayDeque<>();
    private final CsvReader.CsvReaderBuilder format;
    private final CsvLine header;

    CsvLines(TextLines lines) throws IOException {
        this.lines = lines;
        var first = first();
        this.format = format(first.text());
        this.header = parse(first).orElseThrow(() -> new IllegalArgumentException("The header's quotes do not match."));
    }

    CsvLine header() {
        return header;
    }

    /** Excel may say first which divider it uses: {@code sep=;}. */
    private TextLine first() throws IOException {
        var line = nextText();
        if (line != null && line.text().matches("(?i)\"?sep=.\"?")) {
            line = nextText();
        }
        if (line == null) {
            throw new IllegalArgumentException("The file is empty. It should begin with a line of column names.");
        }
        return line;
    }

    private static CsvReader.CsvReaderBuilder format(String header) {
        var dividers = Stream.of(',', ';', '\t');
        var divider = dividers.max(Comparator.comparing(
                        each -> header.chars().filter(letter -> letter == each).count()))
                .orElseThrow();
        return CsvReader.builder()
                .fieldSeparator(divider)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false);
    }

    /** @param whole whether a line is a record by itself */
    void each(Predicate<CsvLine> whole, Consumer<CsvLine> taken, Consumer<Refusal> refused) throws IOException {
        for (var line = nextText(); line != null; line = nextText()) {
            if (line.cut()) {
                refused.accept(new Refusal(line.number(), TOO_LONG));
                continue;
            }
            var record = wholeOrJoined(line, whole);
            record.filter(each -> !each.isBlank()).ifPresent(taken);
            if (record.isEmpty()) {
                refused.accept(new Refusal(line.number(), UNMATCHED));
            }
        }
    }

    private Optional<CsvLine> wholeOrJoined(TextLine line, Predicate<CsvLine> whole) throws IOException {
        var record = parse(line);
        return record.isPresent() ? record : joined(line, whole);
    }

    /** The line with those after it that its last value goes on in; they are put back where it goes on in none. */
    private Optional<CsvLine> joined(TextLine line, Predicate<CsvLine> whole) throws IOException {
        var text = new StringBuilder(line.text());
        var added = new ArrayDeque<TextLine>();
        while (added.size() < LONGEST_RECORD) {
            var next = nextText();
            if (next == null) {
                break;
            }
            added.add(next);
            if (next.cut() || parse(next).filter(whole).isPresent()) {
                break;
            }
            var record = parse(new TextLine(
                    line.number(), text.append('\n').append(next.text()).toString(), false));
            if (record.isPresent()) {
                return record;
            }
        }
        while (!added.isEmpty()) {
            ahead.addFirst(added.removeLast());
        }
        return Optional.empty();
    }

    private Optional<CsvLine> parse(TextLine line) {
        try {
            return Optional.of(new CsvLine(line.number(), fields(line.text())));
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    private List<String> fields(String text) {
        return text.isEmpty() ? List.of() : format.ofSingleCsvRecord(text).getFields();
    }

    private @Nullable TextLine nextText() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }
}
