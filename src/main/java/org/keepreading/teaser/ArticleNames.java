package org.keepreading.teaser;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a source may bring an article under: its address without what differs from link to link, and its guid. A guid that is a
 * web address, a tag or a URN is the same in every source, any other one is its source's own.
 *
 * @param article see {@link Teaser#article}
 * @param all the article's address among them
 * @param guids those that are the same in every source, as they stand in the store
 */
record ArticleNames(String article, Set<String> all, Set<String> guids) {
    private static final Pattern WORLDWIDE = Pattern.compile("(?i)(tag|urn):.+");

    ArticleNames {
        all = Set.copyOf(all);
        guids = Set.copyOf(guids);
    }

    static ArticleNames of(Teaser teaser) {
        return of(teaser.source(), teaser.guid(), teaser.article());
    }

    static ArticleNames of(Draft draft) {
        return of(draft.source(), draft.guid(), draft.article());
    }

    static ArticleNames of(String source, String guid, String article) {
        if (sharesItsAddress(article)) {
            return new ArticleNames(article, union(Set.of(article), Set.of(source + " " + guid)), Set.of());
        }
        if (isAddress(guid)) {
            return new ArticleNames(
                    article, union(Set.of(article), Set.of(new ArticleUrl(guid).identity())), Set.of(guid));
        }
        return WORLDWIDE.matcher(guid).matches()
                ? new ArticleNames(article, union(Set.of(article), Set.of(guid)), Set.of(guid))
                : new ArticleNames(article, union(Set.of(article), Set.of(source + " " + guid)), Set.of());
    }

    /** Its guid may be the others' address, too. */
    private static boolean sharesItsAddress(String article) {
        return article.indexOf('#') >= 0;
    }

    /** The address of a whole site tells no article. */
    private static boolean isAddress(String guid) {
        try {
            var identity = new ArticleUrl(guid).identity();
            return !identity.equals(URI.create("https://" + identity).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    ArticleNames and(ArticleNames more) {
        return new ArticleNames(article, union(all, more.all), union(guids, more.guids));
    }

    private static Set<String> union(Collection<String> some, Collection<String> more) {
        var union = new LinkedHashSet<>(some);
        union.addAll(more);
        return union;
    }
}
