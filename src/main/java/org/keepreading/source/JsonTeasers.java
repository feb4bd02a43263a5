package org.keepreading.source;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.source.Feed.Read;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads JSON: an array is teasers.json, an object JSON Feed (1.0 and 1.1). */
final class JsonTeasers {
    private static final String ITEMS = "items";
    private static final Set<String> OF_THE_FEED =
            Set.of("title", "language", "feed_url", "home_page_url", "authors", "author");

    private final Document document;
    private final String text;

    private JsonTeasers(Document document, String text) {
        this.document = document;
        this.text = text;
    }

    static Stream<Feed> read(Document document, String text) {
        return new JsonTeasers(document, text).read();
    }

    private Stream<Feed> read() {
        checkAll();
        var parser = JsonValues.parser(text);
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            return Feed.inParts("", "", new JsonValues(text, parser, JsonTeasers::teaser));
        }
        if (!goTo(ITEMS::equals, parser) || parser.currentToken() != JsonToken.START_ARRAY) {
            throw new FeedProblem(
                    "%s is JSON, but neither JSON Feed (it has no \"items\") nor teasers.json (it is no array)."
                            .formatted(document.name()));
        }
        var feed = JsonFeed.of(ofTheFeed(), document.address());
        return Feed.inParts(feed.title(), feed.language(), new JsonValues(text, parser, feed::entry));
    }

    private JsonNode ofTheFeed() {
        var feed = JsonNodeFactory.instance.objectNode();
        var parser = JsonValues.parser(text);
        parser.nextToken();
        while (goTo(OF_THE_FEED::contains, parser)) {
            var name = parser.currentName();
            JsonValues.read(text, parser).ifPresent(value -> feed.set(name, value));
        }
        return feed;
    }

    /** To the outermost object's next value that has such a name; false where there is none. */
    private static boolean goTo(Predicate<String> name, JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var isWanted = name.test(parser.currentName());
            parser.nextToken();
            if (isWanted) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static Read teaser(String place, JsonNode teaser) {
        return teaser.isObject()
                ? new Read.Taken(TeaserFields.entry(place, JsonFields.of(teaser)))
                : new Read.Left(new Refusal(place, "is no object."));
    }

    /** Nothing of a document is taken that turns out to be none further down. */
    private void checkAll() {
        try {
            var parser = JsonValues.parser(text);
            while (parser.nextToken() != null) {
                parser.finishToken();
            }
        } catch (JacksonException e) {
            throw new FeedProblem(
                    "%s%s: this is not JSON any more (%s). Nothing of it was imported; fetch or write it again."
                            .formatted(
                                    document.name(),
                                    place(e.getLocation()),
                                    Plain.atMost(160, Plain.oneLine(String.valueOf(e.getOriginalMessage())))));
        }
    }

    /** Nowhere in particular where a bound was met, such as that of the depth. */
    private static String place(@Nullable TokenStreamLocation place) {
        return place == null ? "" : ", line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }
}
