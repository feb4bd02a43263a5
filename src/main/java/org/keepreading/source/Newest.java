package org.keepreading.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

/** Of a feed's entries the newest by date, undated ones after those; among equals the document's first. */
final class Newest {
    private static final Comparator<Numbered> OLDEST_FIRST = Comparator.comparing(Numbered::at)
            .thenComparing(Comparator.comparing(Numbered::number).reversed());

    private final int most;
    private final PriorityQueue<Numbered> kept = new PriorityQueue<>(OLDEST_FIRST);
    private String title = "";
    private String language = "";
    private int seen;

    private record Numbered(Entry entry, int number) {
        Instant at() {
            return Objects.requireNonNullElse(entry.published(), Instant.MIN);
        }
    }

    Newest(int most) {
        this.most = most;
    }

    void add(Feed part) {
        title = part.title();
        language = part.language();
        seen += part.refused().size();
        for (var entry : part.entries()) {
            seen++;
            kept.add(new Numbered(entry, seen));
            if (kept.size() > most) {
                kept.remove();
            }
        }
    }

    /** Of them alone, in the document's order. */
    Feed feed() {
        var inOrder = kept.stream()
                .sorted(Comparator.comparing(Numbered::number))
                .map(Numbered::entry)
                .toList();
        return new Feed(title, language, inOrder, List.of());
    }

    /** How many there were, those that could not be read as well. */
    int seen() {
        return seen;
    }
}
