package org.keepreading.web.reader;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.ListKey;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.subscriber.LinkClaim;
import org.keepreading.subscriber.Subscriber;

/**
 * A genuine link from a mail, and what became of the two that it speaks of.
 *
 * @param newsletter {@code null} where it is gone
 * @param subscriber {@code null} where they are gone
 * @param lists those that the link is about: the newsletter's, or all where it is gone
 */
record ReaderLink(
        LinkClaim claim,
        @Nullable Newsletter newsletter,
        @Nullable Subscriber subscriber,
        List<ListKey> lists) {

    String title() {
        return newsletter == null ? "our newsletters" : newsletter.title();
    }

    /** What its owner knows the address by; empty where they are gone. */
    String address() {
        return subscriber == null ? "" : subscriber.email().masked();
    }

    ZoneId zone() {
        return newsletter == null ? ZoneOffset.UTC : newsletter.zone();
    }
}
