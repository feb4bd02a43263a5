package org.keepreading.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.delivery.Audiences;
import org.keepreading.delivery.Deliveries;
import org.keepreading.delivery.EditionControl;
import org.keepreading.delivery.Progress;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.publishing.Publisher;
import org.keepreading.publishing.Trial;
import org.springframework.context.ApplicationContext;

/** A newsletter's slot that somebody sends by hand: what there is of it, and what would be. */
record HandSlot(ApplicationContext app, Newsletter newsletter, Instant slot) {

    static HandSlot of(ApplicationContext app, NewsletterKey key, Instant slot) {
        return new HandSlot(app, app.getBean(Newsletters.class).get(key), slot);
    }

    Optional<Issue> edition() {
        return app.getBean(Editions.class).find(newsletter.key(), slot);
    }

    Trial proof() {
        return app.getBean(Publisher.class).proof(newsletter.key(), slot);
    }

    List<String> stops(Trial proof) {
        return app.getBean(Publisher.class).stops(proof);
    }

    boolean isAhead() {
        return slot.isAfter(now());
    }

    Instant now() {
        return app.getBean(Clock.class).instant();
    }

    String standing(Issue issue) {
        return new EditionStanding(newsletter, issue, progress(issue)).sentence();
    }

    /** How an edition stands, and what else there is to say of it. */
    SendAnswer answer(Issue issue, String sentence) {
        return SendAnswer.of(this, issue.status().word(), sentence)
                .with(StandAnswer.of(new EditionControl.Stand(issue, progress(issue), 0)));
    }

    private Progress progress(Issue issue) {
        return app.getBean(Deliveries.class).progress(issue.id());
    }

    long readers() {
        return app.getBean(Audiences.class)
                .count(newsletter.lists().stream().map(ListKey::new).toList());
    }

    /** Such as {@code 1,204 subscribers on daily}. */
    String audience() {
        var readers = readers();
        return "%,d %s on %s"
                .formatted(readers, readers == 1 ? "subscriber" : "subscribers", String.join(", ", newsletter.lists()));
    }

    static String stories(Trial proof) {
        var stories = proof.selection().edition().stories();
        return stories == 1 ? "1 story" : (stories == 0 ? "no" : stories) + " stories";
    }

    Moment moment() {
        return moment(slot);
    }

    Moment moment(Instant instant) {
        return new Moment(instant, newsletter.zone());
    }
}
