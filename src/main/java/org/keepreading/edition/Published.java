package org.keepreading.edition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;

/**
 * An edition as a list of them names it.
 *
 * @param headline its first story's; {@code null} where nobody knows any more
 */
public record Published(
        NewsletterKey newsletter, Instant slot, @Nullable String headline) {}
