package org.keepreading.edition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keepreading.teaser.Teaser;

/**
 * How many paragraphs each teaser's excerpt loses when an edition is too large. It shrinks from the last section up:
 * first all paragraphs but the first, then those as well.
 *
 * @param lost by the teaser's id
 */
record Shortening(Map<Long, Integer> lost) {
    static final Shortening NONE = new Shortening(Map.of());

    /** The first {@code count} steps of the way from whole excerpts to none. */
    static Shortening of(Edition edition, int count) {
        var lost = new HashMap<Long, Integer>();
        steps(edition).limit(count).forEach(teaser -> lost.merge(teaser.id(), 1, Integer::sum));
        return new Shortening(Map.copyOf(lost));
    }

    static int longest(Edition edition) {
        return (int) steps(edition).count();
    }

    List<String> excerpt(Teaser teaser) {
        var excerpt = teaser.excerpt();
        return excerpt.subList(0, excerpt.size() - lost.getOrDefault(teaser.id(), 0));
    }

    /** Each teaser once for each paragraph that it loses, in the order in which they go. */
    private static Stream<Teaser> steps(Edition edition) {
        var teasers = fromTheEnd(edition);
        var laterParagraphs = teasers.stream()
                .flatMap(teaser -> teaser.excerpt().stream().skip(1).map(paragraph -> teaser));
        var firstParagraphs =
                teasers.stream().filter(teaser -> !teaser.excerpt().isEmpty());
        return Stream.concat(laterParagraphs, firstParagraphs);
    }

    private static List<Teaser> fromTheEnd(Edition edition) {
        var teasers = new ArrayList<Teaser>();
        var lead = edition.lead();
        if (lead != null) {
            teasers.add(lead.teaser());
        }
        edition.sections().forEach(set -> teasers.addAll(set.teasers()));
        Collections.reverse(teasers);
        return teasers;
    }
}
