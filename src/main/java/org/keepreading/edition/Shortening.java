package org.keepreading.edition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Teaser;

/**
 * What an edition loses when it is too large. Excerpts shrink from the last section up: first all paragraphs but the first, then
 * those as well. Where that is not enough, all the rest grows tighter: captions, credits and bios, then deks, then headlines.
 *
 * @param lost how many paragraphs, by the teaser's id
 * @param tightness 0 to {@value #TIGHTEST}
 */
record Shortening(Map<Long, Integer> lost, int tightness) {
    static final Shortening NONE = new Shortening(Map.of(), 0);

    private static final int TIGHTEST = 4;
    private static final List<Integer> CAPTION = List.of(2_000, 120, 0, 0, 0);
    private static final List<Integer> BIO = List.of(2_000, 120, 0, 0, 0);
    private static final List<Integer> DEK = List.of(2_000, 240, 120, 0, 0);
    private static final List<Integer> HEADLINE = List.of(2_000, 200, 120, 80, 60);
    private static final List<Integer> ALT = List.of(2_000, 120, 80, 40, 20);

    /** The first {@code count} steps of the way from whole excerpts to none. */
    static Shortening of(Edition edition, int count) {
        var lost = new HashMap<Long, Integer>();
        steps(edition).limit(count).forEach(teaser -> lost.merge(teaser.id(), 1, Integer::sum));
        return new Shortening(
                Map.copyOf(lost), (int) Math.max(0, count - steps(edition).count()));
    }

    static int longest(Edition edition) {
        return (int) steps(edition).count() + TIGHTEST;
    }

    String headline(Teaser teaser) {
        return Headline.cut(teaser.headline(), HEADLINE.get(tightness));
    }

    @Nullable
    String dek(Teaser teaser) {
        return cut(teaser.dek(), DEK);
    }

    @Nullable
    String bio(@Nullable String bio) {
        return cut(bio, BIO);
    }

    Model.@Nullable Image image(Model.@Nullable Image image) {
        return image == null
                ? null
                : new Model.Image(
                        image.url(),
                        Headline.cut(image.alt(), ALT.get(tightness)),
                        cut(image.caption(), CAPTION),
                        cut(image.credit(), CAPTION),
                        image.width(),
                        image.height());
    }

    private @Nullable String cut(@Nullable String text, List<Integer> lengths) {
        var longest = lengths.get(tightness);
        return text == null || longest == 0 ? null : Headline.cut(text, longest);
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
