package org.keepreading.publishing;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells each newsletter's dead-man's switch that its slot has a result: once that is not told in time, somebody elsewhere
 * raises the alarm, whatever became of us.
 */
@Component
class Pings {
    private static final Logger log = LoggerFactory.getLogger(Pings.class);
    private static final String KIND = "ping";
    private static final Duration LATELY = Duration.ofDays(1);
    private static final int LATEST = 20;

    private final AlertSettings settings;
    private final Newsletters newsletters;
    private final Editions editions;
    private final Results results;
    private final SlotNotices notices;
    private final Calls calls;
    private final Clock clock;

    Pings(
            AlertSettings settings,
            Newsletters newsletters,
            Editions editions,
            Results results,
            SlotNotices notices,
            Calls calls,
            Clock clock) {
        this.settings = settings;
        this.newsletters = newsletters;
        this.editions = editions;
        this.results = results;
        this.notices = notices;
        this.calls = calls;
        this.clock = clock;
    }

    /** One that is not answered is tried again the next time, for a day. */
    void send() {
        settings.pingsByNewsletter().forEach(this::send);
    }

    private void send(NewsletterKey newsletter, URI address) {
        editions.list(newsletter, LATEST).stream()
                .filter(issue -> issue.slot().isAfter(clock.instant().minus(LATELY)))
                .filter(this::isExpected)
                .filter(results::isThere)
                .filter(issue -> notices.take(newsletter, issue.slot(), KIND))
                .forEach(issue -> ping(issue, address));
    }

    /** An edition by hand stands for no slot of a schedule: it must not hide that one was lost. */
    private boolean isExpected(Issue issue) {
        return issue.cause() == Cause.SCHEDULE
                || newsletters
                        .find(issue.newsletter())
                        .filter(newsletter -> newsletter.schedule() == null || isScheduledToo(issue, newsletter))
                        .isPresent();
    }

    private static boolean isScheduledToo(Issue issue, Newsletter newsletter) {
        return issue.cause() == Cause.PLAN && newsletter.isDue(issue.slot());
    }

    private void ping(Issue issue, URI address) {
        try {
            calls.get(address);
        } catch (IOException e) {
            notices.giveBack(issue.newsletter(), issue.slot(), KIND);
            log.warn(
                    "The ping for {} {} is tried again in a minute: {}",
                    issue.newsletter(),
                    issue.slot(),
                    e.getMessage());
        }
    }
}
