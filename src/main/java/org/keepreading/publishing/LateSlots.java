package org.keepreading.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.edition.Plans;
import org.keepreading.installation.LiveInstallation;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the slots that have no result in time, or were stopped, and has each told once. */
@Component
class LateSlots {
    private static final Logger log = LoggerFactory.getLogger(LateSlots.class);
    private static final String LATE = "late";
    private static final String STOPPED = "stopped";
    /** After a longer downtime the older ones are in {@code editions list}; nobody wants them all at once. */
    private static final Duration LATELY = Duration.ofHours(12);

    private final AlertSettings settings;
    private final Newsletters newsletters;
    private final Editions editions;
    private final Plans plans;
    private final Results results;
    private final SlotNotices notices;
    private final Alerts alerts;
    private final LiveInstallation live;
    private final Clock clock;

    LateSlots(
            AlertSettings settings,
            Newsletters newsletters,
            Editions editions,
            Plans plans,
            Results results,
            SlotNotices notices,
            Alerts alerts,
            LiveInstallation live,
            Clock clock) {
        this.settings = settings;
        this.newsletters = newsletters;
        this.editions = editions;
        this.plans = plans;
        this.results = results;
        this.notices = notices;
        this.alerts = alerts;
        this.live = live;
        this.clock = clock;
    }

    void tell() {
        newsletters.scheduled().forEach(this::tell);
    }

    private void tell(Newsletter newsletter) {
        for (var issue : stoppedLately(newsletter)) {
            if (notices.take(newsletter.key(), issue.slot(), STOPPED)) {
                tell(newsletter, issue.slot(), Optional.of(issue), STOPPED);
            }
        }
        for (var slot : due(newsletter)) {
            var issue = editions.find(newsletter.key(), slot);
            if (isLate(issue) && notices.take(newsletter.key(), slot, LATE)) {
                tell(newsletter, slot, issue, LATE);
            }
        }
    }

    /** Told at once: by the time that it is late its grace may be over. */
    private List<Issue> stoppedLately(Newsletter newsletter) {
        var from = clock.instant().minus(LATELY);
        return editions.stopped(newsletter.key()).stream()
                .filter(issue -> issue.slot().isAfter(from))
                .toList();
    }

    private List<Instant> due(Newsletter newsletter) {
        var until = clock.instant().minus(settings.after()).plusNanos(1);
        var from = until.minus(LATELY);
        return Stream.concat(
                        scheduled(newsletter, from, until).stream(),
                        plans.slots(newsletter.key(), from, until).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Instant> scheduled(Newsletter newsletter, Instant lately, Instant until) {
        var schedule = newsletter.schedule();
        var since = newsletters.scheduledSince(newsletter.key());
        var from = since.isAfter(lately) ? since : lately;
        return schedule == null || !from.isBefore(until) ? List.of() : schedule.slots(newsletter.zone(), from, until);
    }

    /** Whoever cancelled it knows; of what was stopped they were told. */
    private boolean isLate(Optional<Issue> issue) {
        return issue.filter(there -> there.status() == EditionStatus.CANCELLED
                        || there.status() == EditionStatus.STOPPED
                        || results.isThere(there))
                .isEmpty();
    }

    private void tell(Newsletter newsletter, Instant slot, Optional<Issue> issue, String kind) {
        var sentence = sentence(newsletter, slot, issue);
        log.error(sentence);
        var subject = kind.equals(STOPPED) ? "Stopped before it left" : "No result in time";
        if (!alerts.raise(newsletter, slot, subject, sentence)) {
            notices.giveBack(newsletter.key(), slot, kind);
        }
    }

    private String sentence(Newsletter newsletter, Instant slot, Optional<Issue> issue) {
        var what = issue.map(results::trouble)
                .orElse(
                        "has no edition. Look into the log for why it could not be published, and whether a server runs.");
        var doubt = live.doubt().map(words -> " Nothing is sent. " + words).orElse("");
        return "\"%s\" for %s %s%s".formatted(newsletter.title(), slot, what, doubt);
    }
}
