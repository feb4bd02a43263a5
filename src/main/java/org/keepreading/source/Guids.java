package org.keepreading.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what tells a document's articles: their guids, or where those are missing, repeated or moving from one article to the
 * next (as numbers by place do), their addresses.
 */
final class Guids {
    private static final int LONGEST = 2000;

    private final Set<String> unreliable = new HashSet<>();
    private final boolean moving;

    /**
     * @param articles each entry's article by guid, in the document
     * @param stored the same, in the store
     */
    private Guids(List<Map.Entry<String, String>> articles, Map<String, String> stored) {
        var guidOf = new HashMap<String, String>();
        var seen = new HashMap<String, String>();
        for (var entry : articles) {
            var before = seen.put(entry.getKey(), entry.getValue());
            if (before != null && !before.equals(entry.getValue())) {
                unreliable.add(entry.getKey());
            }
            guidOf.put(entry.getValue(), entry.getKey());
        }
        moving = articles.stream().anyMatch(entry -> moved(entry, stored.get(entry.getKey()), guidOf));
    }

    static Guids of(List<Entry> entries, Function<Set<String>, Map<String, String>> stored) {
        var articles = new ArrayList<Map.Entry<String, String>>();
        for (var entry : entries) {
            var guid = entry.guid();
            if (guid != null && guid.length() <= LONGEST) {
                article(entry).ifPresent(article -> articles.add(Map.entry(guid, article)));
            }
        }
        var guids = new HashSet<String>();
        articles.forEach(article -> guids.add(article.getKey()));
        return new Guids(articles, stored.apply(guids));
    }

    private static Optional<String> article(Entry entry) {
        try {
            return Optional.of(Drafting.url(entry).identity());
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private static boolean moved(Map.Entry<String, String> entry, @Nullable String before, Map<String, String> guidOf) {
        var now = before == null || before.equals(entry.getValue()) ? entry.getKey() : guidOf.get(before);
        return now != null && !now.equals(entry.getKey());
    }

    String of(Entry entry) {
        var guid = entry.guid();
        var unfit = guid == null || guid.length() > LONGEST || moving || unreliable.contains(guid);
        return unfit ? Drafting.url(entry).identity() : Objects.requireNonNull(guid);
    }
}
