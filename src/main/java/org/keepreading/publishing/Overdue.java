package org.keepreading.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the slots that have come and have no edition, after a downtime or a lost alarm, and sees to them. */
@Component
class Overdue {
    private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);
    private final Newsletters newsletters;
    private final Editions editions;
    private final Publisher publisher;
    private final Clock clock;

    Overdue(Newsletters newsletters, Editions editions, Publisher publisher, Clock clock) {
        this.newsletters = newsletters;
        this.editions = editions;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Publishes what is within its grace, also where preflight stopped it before, and records the rest as missed; a newsletter
     * that fails hurts itself alone.
     */
    void publish(Newsletter newsletter) {
        stopped(newsletter).forEach(issue -> publish(newsletter, issue.slot(), issue.cause()));
        slots(newsletter).forEach(slot -> publish(newsletter, slot, Cause.SCHEDULE));
    }

    private void publish(Newsletter newsletter, Instant slot, Cause cause) {
        try {
            publisher.publish(newsletter.key(), slot, cause);
        } catch (RuntimeException problem) {
            LOG.error(
                    "Newsletter {} could not be published for {}; it is tried again in a minute. {}",
                    newsletter.key(),
                    slot,
                    problem.getMessage(),
                    problem);
        }
    }

    private Stream<Issue> stopped(Newsletter newsletter) {
        return editions.stopped(newsletter.key()).stream()
                .filter(issue -> !issue.slot().plus(newsletter.grace()).isBefore(clock.instant()));
    }

    private List<Instant> slots(Newsletter newsletter) {
        var schedule = newsletter.schedule();
        return schedule == null
                ? List.of()
                : schedule
                        .slots(
                                newsletter.zone(),
                                seenUntil(newsletter),
                                clock.instant().plusNanos(1))
                        .stream()
                        .filter(slot -> editions.find(newsletter.key(), slot).isEmpty())
                        .toList();
    }

    /** The last scheduled slot that has its edition, or when the schedule was set: nothing before it is owed. */
    private Instant seenUntil(Newsletter newsletter) {
        var since = newsletters.scheduledSince(newsletter.key());
        return editions.lastScheduled(newsletter.key()).filter(since::isBefore).orElse(since);
    }
}
