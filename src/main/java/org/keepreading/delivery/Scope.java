package org.keepreading.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;

/**
 * What a sender may claim.
 *
 * @param onlyEdition {@code null}: any
 * @param closed newsletters of which nothing can leave now
 */
record Scope(@Nullable Long onlyEdition, Set<NewsletterKey> closed) {
    static final Scope EVERYTHING = new Scope(null, Set.of());

    Scope {
        closed = Set.copyOf(closed);
    }

    /** Of editions being sent; what is named in it is in {@link #params}. */
    String condition() {
        return "status = 'sending'"
                + (onlyEdition == null ? "" : " and id = :only")
                + (closed.isEmpty() ? "" : " and newsletter_key not in (:closed)");
    }

    Map<String, Object> params() {
        var params = new HashMap<String, Object>();
        if (onlyEdition != null) {
            params.put("only", onlyEdition);
        }
        if (!closed.isEmpty()) {
            params.put("closed", closed.stream().map(NewsletterKey::value).collect(Collectors.toSet()));
        }
        return params;
    }
}
