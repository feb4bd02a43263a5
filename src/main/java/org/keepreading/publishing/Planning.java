package org.keepreading.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.NewsletterKey;
import org.keepreading.newsletter.Newsletters;
import org.springframework.stereotype.Component;

/** Plans a newsletter's edition for a time to come: it is picked, frozen and sent then, as a scheduled one is. */
@Component
public class Planning {
    /** What is planned for later is a slip of the pen. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Newsletters newsletters;
    private final Editions editions;
    private final Clock clock;

    Planning(Newsletters newsletters, Editions editions, Clock clock) {
        this.newsletters = newsletters;
        this.editions = editions;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException where the slot is more than a year ahead */
    public void check(Instant slot) {
        if (slot.isAfter(clock.instant().plus(LONGEST))) {
            throw new IllegalArgumentException(
                    slot + " is more than a year ahead. Give a slot of the next twelve months.");
        }
    }

    /**
     * @throws org.keepreading.edition.SlotTaken where the slot is planned, or has its edition, already
     * @throws IllegalArgumentException where there is no such newsletter, or the slot is more than a year ahead
     */
    public Issue plan(NewsletterKey newsletter, Instant slot) {
        check(slot);
        return editions.plan(newsletters.get(newsletter), slot);
    }
}
