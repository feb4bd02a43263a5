package org.keepreading.newsletter;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant who mistyped it (Levenshtein distance, upper and lower case being equal). */
public final class Closest {
    private Closest() {}

    /** The known word that is nearest to {@code word}; empty where none is near. */
    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .min(comparingInt((String one) -> distance(word, one)).thenComparing(one -> one))
                .filter(nearest -> distance(word, nearest) <= Math.max(1, (word.length() + 1) / 3)
                        || word.toLowerCase(Locale.ROOT).contains(nearest));
    }

    static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
