package org.keepreading.subscriber;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file (RFC 4180), divided by comma, semicolon or tab. A value in quotes goes on until its quote closes,
 * however many lines that takes. Where none closes, the quote costs its own line and no more; where it is in doubt what stood
 * inside quotes, all of that is refused: a note may hold the address of somebody who never asked for our mail.
 */
final class CsvLines {
    private static final String DIVIDERS = ",;\t";
    private static final int LONGEST_RECORD = 64 * 1024;

    /** Letters in which a closing quote is looked for. */
    private static final int LONGEST_SEARCH = 1024 * 1024;

    private static final String UNMATCHED =
            "Its quotes do not match. A value that begins with a quote ends with one, and a quote within it is written twice.";

    private static final String TOO_LONG = "It is longer than 64 KB. Leave out what readers need not.";

    private final TextLines lines;
    private final Deque<TextLine> ahead = new ArrayDeque<>();

    /** Looked at already, before those ahead: no quote closes in any of them. */
    private final Deque<TextLine> closingNothing = new ArrayDeque<>();

    private int lettersClosingNothing;
    private final CsvLine header;
    private String dividers = DIVIDERS;
    private CsvReader.CsvReaderBuilder format = format(',');

    CsvLines(TextLines lines) throws IOException {
        this.lines = lines;
        var first = withRest(first(), line -> false);
        if (isTooLong(first)) {
            throw new IllegalArgumentException(
                    "The header is longer than 64 KB. Leave out the columns that readers need not.");
        }
        this.dividers = divider(text(first));
        this.format = format(dividers.charAt(0));
        this.header = parse(first).orElseThrow(() -> new IllegalArgumentException("The header's quotes do not match."));
    }

    CsvLine header() {
        return header;
    }

    /** Excel may say first which divider it uses: {@code sep=;}. */
    private TextLine first() throws IOException {
        var line = next();
        if (line != null && line.text().matches("(?i)\"?sep=.\"?")) {
            line = next();
        }
        if (line == null) {
            throw new IllegalArgumentException("The file is empty. It should begin with a line of column names.");
        }
        return line;
    }

    private static String divider(String header) {
        return Stream.of(",", ";", "\t")
                .max(Comparator.comparing(each -> Quotes.countOutside(header, each, DIVIDERS)))
                .orElseThrow();
    }

    private static CsvReader.CsvReaderBuilder format(char divider) {
        return CsvReader.builder()
                .fieldSeparator(divider)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .skipEmptyLines(false);
    }

    /** @param whole whether a line is a record by itself */
    void each(Predicate<CsvLine> whole, Consumer<CsvLine> taken, Consumer<RefusedLine> refused) throws IOException {
        for (var line = next(); line != null; line = next()) {
            var extent = withRest(line, whole);
            if (isTooLong(extent)) {
                refused.accept(refusal(extent, TOO_LONG));
                continue;
            }
            var record = parse(extent);
            record.filter(each -> !each.isBlank()).ifPresent(taken);
            if (record.isEmpty()) {
                refused.accept(refusal(extent, UNMATCHED));
            }
        }
    }

    private static boolean isTooLong(List<TextLine> extent) {
        return extent.stream().anyMatch(TextLine::cut)
                || extent.stream().mapToInt(line -> line.text().length()).sum() > LONGEST_RECORD;
    }

    private static RefusedLine refusal(List<TextLine> extent, String reason) {
        var last = extent.get(extent.size() - 1).number();
        return new RefusedLine(
                extent.get(0).number(), extent.size() == 1 ? reason : reason + " It goes on to line " + last + ".");
    }

    /** The line, and those that its last value goes on in. */
    private List<TextLine> withRest(TextLine line, Predicate<CsvLine> whole) throws IOException {
        var extent = new ArrayList<>(List.of(line));
        if (Quotes.outside(dividers).follow(line.text()).isOpen()) {
            extent.addAll(rest(whole));
        }
        return extent;
    }

    /** Up to where the quote closes, as far as that is looked for; none where no quote closes at all. */
    private List<TextLine> rest(Predicate<CsvLine> whole) throws IOException {
        var rest = new ArrayList<TextLine>();
        var letters = lettersClosingNothing;
        var closes = false;
        var goesOn = true;
        for (var next = unseen(); next != null; next = goesOn && letters < LONGEST_SEARCH ? unseen() : null) {
            var quotes = Quotes.inside(dividers).follow(next.text());
            if (!quotes.isWellPaired() && isWhole(next, whole)) {
                ahead.addFirst(next);
                break;
            }
            rest.add(next);
            letters += next.text().length();
            closes |= quotes.everClosed();
            goesOn = quotes.isOpen();
        }
        return closes ? joined(rest) : putBack(rest);
    }

    /** Its quotes open and close values of its own, so that it does not go on with one. */
    private boolean isWhole(TextLine line, Predicate<CsvLine> whole) {
        var quotes = Quotes.outside(dividers).follow(line.text());
        return !quotes.isOpen()
                && quotes.isWellPaired()
                && parse(List.of(line)).filter(whole).isPresent();
    }

    private List<TextLine> joined(List<TextLine> rest) {
        var all = new ArrayList<>(closingNothing);
        all.addAll(rest);
        closingNothing.clear();
        lettersClosingNothing = 0;
        return all;
    }

    private List<TextLine> putBack(List<TextLine> rest) {
        closingNothing.addAll(rest);
        lettersClosingNothing +=
                rest.stream().mapToInt(line -> line.text().length()).sum();
        return List.of();
    }

    private Optional<CsvLine> parse(List<TextLine> extent) {
        var text = text(extent);
        try {
            var fields = text.isEmpty()
                    ? List.<String>of()
                    : format.ofSingleCsvRecord(text).getFields();
            return Optional.of(new CsvLine(extent.get(0).number(), fields));
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    private static String text(List<TextLine> extent) {
        return extent.stream().map(TextLine::text).collect(Collectors.joining("\n"));
    }

    private @Nullable TextLine next() throws IOException {
        if (closingNothing.isEmpty()) {
            return unseen();
        }
        var line = closingNothing.removeFirst();
        lettersClosingNothing -= line.text().length();
        return line;
    }

    private @Nullable TextLine unseen() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }
}
