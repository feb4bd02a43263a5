package org.keepreading.cli;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.keepreading.address.NewsletterKey;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;

/** Shows instants in the zone of their newsletter, and in UTC where there is none of that key. */
final class NewsletterZones {
    private final Newsletters newsletters;
    private final Map<NewsletterKey, ZoneId> known = new HashMap<>();

    NewsletterZones(Newsletters newsletters) {
        this.newsletters = newsletters;
    }

    Moment moment(Instant instant, NewsletterKey newsletter) {
        return new Moment(instant, known.computeIfAbsent(newsletter, this::zone));
    }

    private ZoneId zone(NewsletterKey key) {
        return newsletters.remembered(key).map(Newsletter::zone).orElse(UTC);
    }
}
