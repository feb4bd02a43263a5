package org.keepreading.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.keepreading.edition.Cause;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.edition.Plans;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.springframework.stereotype.Component;

/** Finds the slots that have come and have no edition, after a downtime or a lost alarm, and sees to them. */
@Component
class Overdue {
    private final Newsletters newsletters;
    private final Editions editions;
    private final Plans plans;
    private final Unattended publisher;
    private final Clock clock;

    Overdue(Newsletters newsletters, Editions editions, Plans plans, Unattended publisher, Clock clock) {
        this.newsletters = newsletters;
        this.editions = editions;
        this.plans = plans;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Publishes what is within its grace, also where preflight stopped it before, and records the rest as missed; a newsletter
     * that fails hurts itself alone.
     */
    void publish(Newsletter newsletter) {
        stopped(newsletter).forEach(issue -> publisher.publish(newsletter.key(), issue.slot(), issue.cause()));
        slots(newsletter).forEach(slot -> publisher.publish(newsletter.key(), slot, Cause.SCHEDULE));
    }

    /** Does the same for what somebody planned; where its newsletter is gone it is recorded as missed. */
    void publishPlanned() {
        for (var plan : plans.due(clock.instant())) {
            if (newsletters.find(plan.newsletter()).isPresent()) {
                publisher.publish(plan.newsletter(), plan.slot(), Cause.PLAN);
            } else {
                plans.miss(plan.id(), "its newsletter was removed before its time came");
            }
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
                        .filter(slot -> isOpen(newsletter, slot))
                        .toList();
    }

    private boolean isOpen(Newsletter newsletter, Instant slot) {
        return editions.find(newsletter.key(), slot)
                .filter(issue -> issue.status() != EditionStatus.PLANNED)
                .isEmpty();
    }

    /** The last scheduled slot that has its edition, or when the schedule was set: nothing before it is owed. */
    private Instant seenUntil(Newsletter newsletter) {
        var since = newsletters.scheduledSince(newsletter.key());
        return editions.lastScheduled(newsletter.key()).filter(since::isBefore).orElse(since);
    }
}
