package org.keepreading.subscriber;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.ListKey;
import org.springframework.stereotype.Component;

/** Writes subscribers as a file that {@link Import} takes back, and that an office program opens without running anything. */
@Component
public class Export {
    private final Subscribers subscribers;

    Export(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    /** @param list {@code null}: everyone, also who is on no list any more */
    public void write(@Nullable ListKey list, Writer out) throws IOException {
        var attributes = attributes(list);
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord(guarded(Stream.concat(CsvColumns.KNOWN.stream(), attributes.stream())));
        subscribers.each(list, subscriber -> csv.writeRecord(guarded(cells(subscriber, attributes))));
        csv.flush();
    }

    private SortedSet<String> attributes(@Nullable ListKey list) {
        var names = new TreeSet<String>();
        subscribers.each(
                list, subscriber -> names.addAll(subscriber.attributes().keySet()));
        return names;
    }

    private static Stream<String> cells(Subscriber subscriber, SortedSet<String> attributes) {
        var cells = new ArrayList<String>(List.of(
                subscriber.email().value(),
                orEmpty(subscriber.name()),
                subscriber.language() == null ? "" : subscriber.language().toLanguageTag(),
                subscriber.zone() == null ? "" : subscriber.zone().getId(),
                String.join(";", subscriber.sections()),
                subscriber.status().word()));
        attributes.forEach(name -> cells.add(orEmpty(subscriber.attributes().get(name))));
        return cells.stream();
    }

    private static List<String> guarded(Stream<String> cells) {
        return cells.map(CellText::guarded).toList();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
