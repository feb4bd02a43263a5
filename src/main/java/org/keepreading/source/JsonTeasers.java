package org.keepreading.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON: an array is teasers.json, an object JSON Feed (1.0 and 1.1). */
final class JsonTeasers {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private JsonTeasers() {}

    static Feed read(Document document, String text) {
        var root = parse(document, text);
        if (root.isArray()) {
            return teasers(root);
        }
        if (root.path("items").isArray()) {
            return JsonFeed.read(root, document.address());
        }
        throw new FeedProblem(
                "%s is JSON, but neither JSON Feed (it has no \"items\") nor teasers.json (it is no array)."
                        .formatted(document.name()));
    }

    private static JsonNode parse(Document document, String text) {
        try {
            return JSON.readTree(text);
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

    private static Feed teasers(JsonNode array) {
        var entries = new ArrayList<Entry>();
        var refused = new ArrayList<Refusal>();
        for (var teaser : array) {
            var place = "entry " + (entries.size() + refused.size() + 1);
            if (teaser.isObject()) {
                entries.add(TeaserFields.entry(place, JsonFields.of(teaser)));
            } else {
                refused.add(new Refusal(place, "is no object."));
            }
        }
        return new Feed("", "", List.copyOf(entries), List.copyOf(refused));
    }
}
