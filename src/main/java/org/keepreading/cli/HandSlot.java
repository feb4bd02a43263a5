package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keepreading.address.NewsletterKey;
import org.keepreading.delivery.EditionControl;
import org.keepreading.delivery.Progress;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.publishing.Trial;

/** A newsletter's slot that somebody sends by hand: what there is of it, and what would be. */
record HandSlot(App app, Newsletter newsletter, Instant slot) {

    static HandSlot of(App app, NewsletterKey key, Instant slot) {
        return new HandSlot(app, app.newsletters().get(key), slot);
    }

    /** With the newsletter as it was when this was picked. */
    HandSlot as(Trial proof) {
        return new HandSlot(app, proof.selection().edition().newsletter(), slot);
    }

    Optional<Issue> edition() {
        return app.editions().find(newsletter.key(), slot);
    }

    Trial proof() {
        return app.publisher().proof(newsletter.key(), slot);
    }

    List<String> stops(Trial proof) {
        return app.publisher().stops(proof);
    }

    boolean isAhead() {
        return slot.isAfter(now());
    }

    Instant now() {
        return app.clock().instant();
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
        return app.deliveries().progress(issue.id());
    }

    long readers() {
        return app.audiences().count(newsletter.lists());
    }

    /** Such as {@code 1,204 subscribers on daily}. */
    String audience() {
        var readers = readers();
        return "%,d %s on %s".formatted(readers, readers == 1 ? "subscriber" : "subscribers", newsletter.listsInARow());
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
