package org.keepreading.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first row of a CSV of teasers: it names a column "headline".
 *
 * @param divider what spreadsheets of the writer's country put between cells
 * @param columns the cells' names, in small letters
 * @param start where the row begins
 */
record CsvHead(char divider, List<String> columns, int start) {
    private static final int LONGEST = 5_000;
    private static final List<Character> DIVIDERS = List.of(',', ';', '\t', '|');

    /** Excel's own first line, which says what divides the cells. */
    private static final Pattern SEP = Pattern.compile("^sep=([,;\\t|])\\R");

    /** Empty where the text begins otherwise. */
    static Optional<CsvHead> of(String text) {
        var beginning = text.substring(0, Math.min(text.length(), LONGEST));
        var sep = SEP.matcher(beginning);
        return sep.find()
                ? Optional.of(of(beginning, sep.group(1).charAt(0), sep.end())).filter(CsvHead::namesHeadlines)
                : DIVIDERS.stream()
                        .map(divider -> of(beginning, divider, 0))
                        .filter(CsvHead::namesHeadlines)
                        .max(Comparator.comparing(head -> head.columns().size()));
    }

    private static CsvHead of(String beginning, char divider, int start) {
        return new CsvHead(
                divider, cells(beginning, divider, start).map(CsvHead::name).toList(), start);
    }

    /** Neither a divider nor a line's end is one within quotes (RFC 4180, section 2.6). */
    private static Stream<String> cells(String text, char divider, int start) {
        var cells = new ArrayList<String>();
        var isQuoted = false;
        var from = start;
        var at = start;
        for (; at < text.length() && (isQuoted || (text.charAt(at) != '\n' && text.charAt(at) != '\r')); at++) {
            isQuoted ^= text.charAt(at) == '"';
            if (!isQuoted && text.charAt(at) == divider) {
                cells.add(text.substring(from, at));
                from = at + 1;
            }
        }
        cells.add(text.substring(from, at));
        return cells.stream();
    }

    private static String name(String cell) {
        return Plain.oneLine(cell.strip().replaceAll("^\"|\"$", "").replace("\"\"", "\""))
                .toLowerCase(Locale.ROOT);
    }

    private boolean namesHeadlines() {
        return columns.contains("headline");
    }
}
