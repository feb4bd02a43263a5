package org.keepreading.publishing;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keepreading.address.NewsletterKey;
import org.keepreading.delivery.Audiences;
import org.keepreading.delivery.EditionLog;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Choice;
import org.keepreading.edition.Edition;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.edition.Picker;
import org.keepreading.edition.PlanTakenBack;
import org.keepreading.edition.Selection;
import org.keepreading.edition.SlotTaken;
import org.keepreading.edition.Variant;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.publishing.Publication.AlreadyThere;
import org.keepreading.publishing.Publication.Missed;
import org.keepreading.publishing.Publication.Queued;
import org.keepreading.publishing.Publication.Skipped;
import org.keepreading.publishing.Publication.Stopped;
import org.keepreading.publishing.Typesetter.Typeset;
import org.keepreading.subscriber.Subscribers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes a newsletter for a slot: the one use case that the scheduler, the pages, the API and the commands call. */
@Component
public class Publisher {
    private final Newsletters newsletters;
    private final Picker picker;
    private final Typesetter typesetter;
    private final Preflight preflight;
    private final Editions editions;
    private final Audiences audiences;
    private final EditionLog log;
    private final Subscribers subscribers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publisher(
            Newsletters newsletters,
            Picker picker,
            Typesetter typesetter,
            Preflight preflight,
            Editions editions,
            Audiences audiences,
            EditionLog log,
            Subscribers subscribers,
            TransactionTemplate transaction,
            Clock clock) {
        this.newsletters = newsletters;
        this.picker = picker;
        this.typesetter = typesetter;
        this.preflight = preflight;
        this.editions = editions;
        this.audiences = audiences;
        this.log = log;
        this.subscribers = subscribers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The edition as it would be built for the slot, with the reason for each candidate; nothing is stored. */
    public Trial proof(NewsletterKey key, Instant slot) {
        return proof(newsletters.get(key), slot);
    }

    /** What keeps this edition from being published, a sentence each; none where nothing does. */
    public List<String> stops(Trial proof) {
        var typeset = proof.typeset();
        return typeset == null ? List.of() : preflight.stops(typeset);
    }

    /**
     * Builds, checks, freezes and queues the slot's edition, unless the slot has one already. Whoever comes second, from
     * whichever process, gets the first one's edition. One that was planned, or
     * stopped, is taken up.
     *
     * @throws org.keepreading.edition.PlanTakenBack where a plan is the cause, and is there no more; then nothing is stored
     * @throws org.keepreading.edition.TemplateProblem if the template has a mistake; then nothing is stored
     */
    public Publication publish(NewsletterKey key, Instant slot, Cause cause) {
        return publish(key, slot, new Terms(cause, preflight::stops, Publisher::anything));
    }

    /**
     * The same for what somebody was shown and approved of: that is what is frozen.
     *
     * @throws ChangedMeanwhile where something else would be; then nothing is stored
     */
    public Publication publish(Trial shown, Cause cause) {
        return publish(shown, new Terms(cause, preflight::stops, isStill(shown)));
    }

    /** The same, even where preflight would stop it; not where no letter could be made. */
    public Publication publishInSpiteOfPreflight(NewsletterKey key, Instant slot, Cause cause) {
        return publish(key, slot, new Terms(cause, Publisher::mistakes, Publisher::anything));
    }

    /** The same for what somebody was shown. */
    public Publication publishInSpiteOfPreflight(Trial shown, Cause cause) {
        return publish(shown, new Terms(cause, Publisher::mistakes, isStill(shown)));
    }

    /**
     * What is asked of an edition before it is frozen.
     *
     * @param stops what keeps it from that, a sentence each
     * @param approval throws where it is not what was approved of
     */
    private record Terms(Cause cause, Function<Typeset, List<String>> stops, Consumer<Trial> approval) {}

    private static List<String> mistakes(Typeset typeset) {
        return typeset.selection().edition().newsletter().mistakes();
    }

    /** Nobody was shown it. */
    private static void anything(@SuppressWarnings("unused") Trial now) {}

    private static Consumer<Trial> isStill(Trial shown) {
        return now -> {
            var changes = new Changes(shown, now).lines();
            if (!changes.isEmpty()) {
                throw new ChangedMeanwhile(now, changes);
            }
        };
    }

    private Publication publish(Trial shown, Terms terms) {
        var edition = shown.selection().edition();
        return publish(edition.newsletter().key(), edition.slot(), terms);
    }

    private Publication publish(NewsletterKey key, Instant slot, Terms terms) {
        return editions.find(key, slot)
                .filter(issue -> issue.status() != EditionStatus.STOPPED && issue.status() != EditionStatus.PLANNED)
                .<Publication>map(AlreadyThere::new)
                .orElseGet(() -> publishFirst(newsletters.get(key), slot, terms));
    }

    private Publication publishFirst(Newsletter newsletter, Instant slot, Terms terms) {
        try {
            return isTooLate(newsletter, slot, terms.cause())
                    ? new Missed(editions.miss(newsletter, slot, terms.cause(), tooLate(newsletter, slot)))
                    : set(newsletter, slot, terms);
        } catch (SlotTaken | PlanTakenBack taken) {
            return new AlreadyThere(editions.find(newsletter.key(), slot).orElseThrow(() -> taken));
        }
    }

    private Publication set(Newsletter newsletter, Instant slot, Terms terms) {
        var trial = proof(newsletter, slot);
        terms.approval().accept(trial);
        var typeset = trial.typeset();
        if (typeset == null) {
            return skip(trial.selection(), terms.cause());
        }
        var stopped = String.join(" ", terms.stops().apply(typeset));
        return stopped.isEmpty()
                ? new Queued(requireNonNull(transaction.execute(status -> freeze(typeset, terms.cause()))))
                : new Stopped(editions.stop(
                        newsletter,
                        slot,
                        terms.cause(),
                        stopped,
                        trial.selection().candidates()));
    }

    private Skipped skip(Selection selection, Cause cause) {
        var edition = selection.edition();
        var reason = selection.tooFew().orElseThrow();
        var issue = editions.skip(edition.newsletter(), edition.slot(), cause, reason, selection.candidates());
        log.skipped(issue);
        return new Skipped(issue);
    }

    private Issue freeze(Typeset typeset, Cause cause) {
        subscribers.wake();
        var selection = typeset.selection();
        var issue = editions.freeze(selection, typeset.template(), cause);
        audiences.queue(issue.id(), selection.edition().newsletter().lists());
        return editions.get(issue.id());
    }

    private Trial proof(Newsletter newsletter, Instant slot) {
        var selection = picker.pick(newsletter, slot);
        return new Trial(selection, selection.isTooFew() ? null : typesetter.set(selection));
    }

    /** The edition as set for one choice of sections, from its template as it now is. */
    public Variant variant(Edition edition, Choice choice) {
        return typesetter.set(edition, choice);
    }

    private String tooLate(Newsletter newsletter, Instant slot) {
        return "it came to its turn %s late, and the newsletter's grace is %s"
                .formatted(words(Duration.between(slot, clock.instant())), words(newsletter.grace()));
    }

    private static String words(Duration duration) {
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() + " min";
    }

    private boolean isTooLate(Newsletter newsletter, Instant slot, Cause cause) {
        return cause != Cause.HAND && slot.plus(newsletter.grace()).isBefore(clock.instant());
    }
}
