package org.keepreading.teaser;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.keepreading.text.Fitted;

/** Where an article is read: http or https, with a host. */
public record ArticleUrl(String value) {
    private static final int LONGEST = 2000;

    public ArticleUrl {
        var problem = problemOf(value);
        if (problem != null) {
            throw new IllegalArgumentException("\"" + value + "\" " + problem
                    + " An article's address begins with https:// or http:// and names a host.");
        }
    }

    /**
     * What tells the article however its link was written and shared: no scheme, no fragment, no tracking parameters, no session
     * ids, one spelling (RFC 3986, section 6.2.2).
     */
    public String identity() {
        return ArticleAddress.of(URI.create(value));
    }

    private static @Nullable String problemOf(String value) {
        if (value.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters.";
        }
        try {
            return WebHost.of(new URI(value)).isPresent() && Fitted.isStorable(value) ? null : "is no web address.";
        } catch (URISyntaxException e) {
            return "is no web address (" + e.getReason() + ").";
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
