package org.keepreading.subscriber;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.keepreading.address.ListKey;
import org.springframework.stereotype.Component;

/** Brings a subscribers.csv in, however long it is: a thousand lines are in memory and in a transaction at a time. */
@Component
public class Import {
    private final ListIntake intake;

    Import(ListIntake intake) {
        this.intake = intake;
    }

    /**
     * @param list exists
     * @param statusWords what another program's words for a status mean
     * @param check throws an IllegalArgumentException, with a sentence, where an entry is not to be taken
     * @param refused told of each line that is not taken, in the file's order
     */
    public Tally read(
            Path file,
            ListKey list,
            Map<String, Status> statusWords,
            Consumer<SubscriberEntry> check,
            Consumer<RefusedLine> refused)
            throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return read(stream, list, statusWords, check, refused);
        }
    }

    Tally read(
            InputStream file,
            ListKey list,
            Map<String, Status> statusWords,
            Consumer<SubscriberEntry> check,
            Consumer<RefusedLine> refused)
            throws IOException {
        var lines = new CsvLines(TextLines.of(file));
        var columns = new CsvColumns(lines.header().fields(), inLowerCase(statusWords));
        var run = new Run(list, columns, check, refused);
        lines.each(columns::fits, run::take, run::refuse);
        return run.end();
    }

    private static Map<String, Status> inLowerCase(Map<String, Status> words) {
        return words.entrySet().stream()
                .collect(toMap(word -> word.getKey().strip().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    /** One file on its way in. */
    private final class Run {
        private static final int AT_ONCE = 1_000;

        private final ListKey list;
        private final CsvColumns columns;
        private final Consumer<SubscriberEntry> check;
        private final Consumer<RefusedLine> refused;
        private final List<SubscriberEntry> waiting = new ArrayList<>(AT_ONCE);
        private Tally tally = Tally.NONE;

        Run(ListKey list, CsvColumns columns, Consumer<SubscriberEntry> check, Consumer<RefusedLine> refused) {
            this.list = list;
            this.columns = columns;
            this.check = check;
            this.refused = refused;
        }

        void take(CsvLine line) {
            try {
                var entry = columns.entry(line);
                check.accept(entry);
                waiting.add(entry);
            } catch (IllegalArgumentException mistake) {
                refuse(new RefusedLine(line.number(), String.valueOf(mistake.getMessage())));
            }
            if (waiting.size() == AT_ONCE) {
                store();
            }
        }

        void refuse(RefusedLine refusal) {
            tally = tally.plusRefused();
            refused.accept(refusal);
        }

        private void store() {
            tally = tally.plus(intake.take(waiting, list));
            waiting.clear();
        }

        Tally end() {
            store();
            return tally;
        }
    }
}
