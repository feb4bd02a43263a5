package org.keepreading.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads CSV whose columns are named as teasers.json's fields: {@code image.url}, {@code author.name}, paragraphs one a line. */
record CsvTeasers(NamedCsvRecord row) implements TeaserFields {

    static Feed read(Document document, String text) {
        var entries = new ArrayList<Entry>();
        var refused = new ArrayList<Refusal>();
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(text)) {
            csv.forEach(
                    row -> entries.add(TeaserFields.entry("line " + row.getStartingLineNumber(), new CsvTeasers(row))));
        } catch (CsvParseException e) {
            refused.add(new Refusal("after entry " + entries.size(), "this is not CSV any more: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(document.name(), e);
        }
        return new Feed("", "", entries, refused);
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
        return row.getHeader().stream()
                .filter(column -> column.strip().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .flatMap(row::findField)
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
