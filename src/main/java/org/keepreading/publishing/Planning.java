package org.keepreading.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.keepreading.address.NewsletterKey;
import org.keepreading.delivery.EditionLog;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.edition.Plans;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.springframework.stereotype.Component;

/** Plans a newsletter's edition for a time to come: it is picked, frozen and sent then, as a scheduled one is. */
@Component
public class Planning {
    /** What is planned for later is a slip of the pen. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ENGLISH);

    private final Newsletters newsletters;
    private final Editions editions;
    private final Plans plans;
    private final EditionLog log;
    private final Clock clock;

    Planning(Newsletters newsletters, Editions editions, Plans plans, EditionLog log, Clock clock) {
        this.newsletters = newsletters;
        this.editions = editions;
        this.plans = plans;
        this.log = log;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException where the slot is more than a year ahead */
    public void check(Newsletter newsletter, Instant slot) {
        if (slot.isAfter(clock.instant().plus(LONGEST))) {
            throw new IllegalArgumentException(TIME.format(slot.atZone(newsletter.zone()))
                    + " is more than a year ahead. Give a slot of the next twelve months.");
        }
    }

    /**
     * @param by whose wish it is, a user name
     * @throws org.keepreading.edition.SlotTaken where the slot is planned, or has its edition, already
     * @throws IllegalArgumentException where there is no such newsletter, or the slot is more than a year ahead
     */
    public Issue plan(NewsletterKey newsletter, Instant slot, String by) {
        var planned = newsletters.get(newsletter);
        check(planned, slot);
        var plan = editions.plan(planned, slot);
        log.planned(plan, by);
        return plan;
    }

    /**
     * Whether it was still planned; then the slot is as free as before.
     *
     * @param by whose wish it is, a user name
     */
    public boolean takeBack(Issue plan, String by) {
        var was = plans.takeBack(plan.id());
        if (was) {
            log.takenBack(plan, by);
        }
        return was;
    }
}
