package org.keepreading.teaser;

import java.time.Instant;

/**
 * What tells an article that a source brought before.
 *
 * @param address see {@link ArticleUrl#identity}
 * @param article the address, or something longer where it shares that with others
 */
public record KnownArticle(String guid, String address, String article, String headline, Instant publishedAt) {

    /** Other articles of its source are read at the same address. */
    public boolean sharesItsAddress() {
        return !article.equals(address);
    }
}
