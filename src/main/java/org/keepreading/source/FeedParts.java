package org.keepreading.source;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keepreading.source.FeedItems.Ending;
import org.keepreading.source.FeedItems.Item;

/**
 * A feed's text in parts of which trees can be made in a small heap, whatever it holds: each has what stands before the first
 * item and after the last, and some of the items, closed where the feed forgot it. Feeds as they usually are make one part.
 */
final class FeedParts {
    private static final int ITEMS = 1_000;

    /** How many "<" a part may have: each may become an element, of 160 bytes. */
    private static final int ANGLES = 50_000;

    private static final Pattern FEED_CLOSED = Pattern.compile("(?i)</(?:[\\w-]+:)?(?:rss|rdf|channel|feed)\\s*>");

    private final String text;
    private final Extent extent;
    private final String head;
    private final String tail;
    private final FeedItems items;
    private Optional<Item> next;
    private int taken;

    /**
     * @param before how many items of the feed stand before its own
     * @param cutOff where the document ends inside its last item
     */
    record Part(String text, int before, Optional<CutOff> cutOff) {}

    /** In which line the item begins, and in which the document ends. */
    record CutOff(int begins, int ends) {}

    /** Where the items are, how many, and whether each has its end. */
    private record Extent(int start, int end, int items, boolean areClosed, Optional<CutOff> cutOff) {
        static Extent of(String text) {
            var items = FeedItems.of(text);
            var extent = new Extent(text.length(), text.length(), 0, true, Optional.empty());
            for (var item = items.next(); item.isPresent(); item = items.next()) {
                extent = extent.with(item.get(), text);
            }
            return extent;
        }

        private Extent with(Item item, String text) {
            return new Extent(
                    Math.min(start, item.start()),
                    item.end(),
                    items + 1,
                    areClosed && item.ending() != Ending.THE_NEXT_ITEM,
                    FeedParts.cutOff(item, text));
        }
    }

    /** One that is not closed in a feed that is has only lost its own end. */
    private static Optional<CutOff> cutOff(Item item, String text) {
        if (item.ending() != Ending.THE_DOCUMENTS
                || FEED_CLOSED.matcher(text).region(item.start(), item.end()).find()) {
            return Optional.empty();
        }
        var begins = 1 + count(text, '\n', 0, item.start());
        return Optional.of(new CutOff(begins, begins + count(text, '\n', item.start(), item.end())));
    }

    private FeedParts(String text, Extent extent) {
        this.text = text;
        this.extent = extent;
        this.head = text.substring(0, extent.start());
        this.tail = angles(text, extent.end(), text.length()) > ANGLES ? "" : text.substring(extent.end());
        this.items = FeedItems.of(text);
        this.next = items.next();
    }

    /** @throws FeedProblem if it has more before its first item than any feed has */
    static Stream<Part> of(String text) {
        var extent = Extent.of(text);
        if (extent.areClosed() && extent.items() <= ITEMS && angles(text, 0, text.length()) <= ANGLES) {
            return Stream.of(new Part(text, 0, extent.cutOff()));
        }
        if (angles(text, 0, extent.start()) > ANGLES) {
            throw new FeedProblem(
                    "More than %,d tags stand before its first item, which no feed has. Look whether its address or file is the right one."
                            .formatted(ANGLES));
        }
        var parts = new FeedParts(text, extent);
        return Stream.iterate(parts.part(), Optional::isPresent, part -> parts.part())
                .flatMap(Optional::stream);
    }

    private Optional<Part> part() {
        if (next.isEmpty()) {
            return Optional.empty();
        }
        var before = taken;
        var part = new StringBuilder(head);
        for (var room = ANGLES; next.isPresent() && taken < before + ITEMS; taken++) {
            var item = next.get();
            var needed = angles(text, item.start(), item.end());
            if (taken > before && needed > room) {
                break;
            }
            part.append(text, item.start(), needed > ANGLES ? cut(item) : item.end())
                    .append(closing(item));
            room -= needed;
            next = items.next();
        }
        return Optional.of(
                new Part(part.append(tail).toString(), before, next.isEmpty() ? extent.cutOff() : Optional.empty()));
    }

    private String closing(Item item) {
        return item.ending() == Ending.THE_NEXT_ITEM ? "</" + items.name() + ">" : "";
    }

    private int cut(Item item) {
        var at = item.start();
        for (var left = ANGLES; left > 0; left--) {
            at = text.indexOf('<', at) + 1;
        }
        return at - 1;
    }

    private static int angles(String text, int from, int to) {
        return count(text, '<', from, to);
    }

    private static int count(String text, char letter, int from, int to) {
        var count = 0;
        for (var at = text.indexOf(letter, from); at >= 0 && at < to; at = text.indexOf(letter, at + 1)) {
            count++;
        }
        return count;
    }
}
