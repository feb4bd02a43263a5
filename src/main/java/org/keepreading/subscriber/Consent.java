package org.keepreading.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.journal.Journal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What a reader agrees to be sent, and how that ends, rests and begins again. Each of these may be done twice without harm. */
@Component
public class Consent {
    private static final Duration TAKES_BACK = Duration.ofDays(1);

    private static final EnumSet<Status> ENDED = EnumSet.of(Status.UNSUBSCRIBED, Status.BOUNCED, Status.COMPLAINED);

    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final Suppressions suppressions;
    private final Erasures erasures;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Journal journal;
    private final Clock clock;

    Consent(
            Subscribers subscribers,
            Subscriptions subscriptions,
            Suppressions suppressions,
            Erasures erasures,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Journal journal,
            Clock clock) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
        this.erasures = erasures;
        this.transactions = transactions;
        this.events = events;
        this.journal = journal;
        this.clock = clock;
    }

    public List<Subscription> of(long subscriberId) {
        return subscriptions.of(subscriberId);
    }

    /** Ends what they have on these lists; who is left with none has unsubscribed altogether. */
    public void leave(long subscriberId, Collection<ListKey> lists, Way way) {
        transactions.executeWithoutResult(status -> {
            tellWhatEnds(subscriberId, lists, way);
            subscriptions.end(subscriberId, lists, way.reason());
            if (!subscriptions.anyGoesOn(subscriberId)) {
                endConsent(subscriberId);
            }
        });
    }

    public void leaveEverything(long subscriberId, Way way) {
        transactions.executeWithoutResult(status -> {
            var lists = subscriptions.of(subscriberId).stream()
                    .map(each -> each.list().key())
                    .toList();
            tellWhatEnds(subscriberId, lists, way);
            subscriptions.end(subscriberId, lists, way.reason());
            endConsent(subscriberId);
        });
    }

    /** By their number: an address in a log is one more place to erase it from. */
    private void tellWhatEnds(long subscriberId, Collection<ListKey> lists, Way way) {
        var ending = subscriptions.of(subscriberId).stream()
                .filter(Subscription::goesOn)
                .map(each -> each.list().key())
                .filter(lists::contains)
                .map(ListKey::value)
                .sorted()
                .toList();
        if (!ending.isEmpty()) {
            journal.tell(
                    "Subscriber %d left %s, %s".formatted(subscriberId, String.join(" and ", ending), way.words()));
        }
    }

    /** "That was a mistake": whatever the reader left on these lists within the last day goes on as if nothing had been. */
    public void takeBack(long subscriberId, Collection<ListKey> lists) {
        transactions.executeWithoutResult(status -> {
            var since = clock.instant().minus(TAKES_BACK);
            if (subscriptions.goOn(subscriberId, lists, EndReason.READER, since) > 0) {
                beginAgain(subscriberId);
                journal.tell("Subscriber %d stays: leaving was a mistake".formatted(subscriberId));
            }
        });
    }

    /** Whether {@link #takeBack} would bring anything back. */
    public boolean mayTakeBack(long subscriberId, Collection<ListKey> lists) {
        var since = clock.instant().minus(TAKES_BACK);
        return subscriptions.of(subscriberId).stream()
                .filter(each -> lists.contains(each.list().key()))
                .anyMatch(each -> each.endedBy(EndReason.READER, since));
    }

    /** The reader's own choice among {@code offered}: these they get from now on, the others not. */
    public void choose(long subscriberId, Collection<ListKey> offered, Collection<ListKey> chosen) {
        transactions.executeWithoutResult(status -> {
            chosen.forEach(list -> join(subscriberId, list));
            leave(
                    subscriberId,
                    offered.stream().filter(list -> !chosen.contains(list)).toList(),
                    Way.PREFERENCES);
        });
    }

    private void join(long subscriberId, ListKey list) {
        subscribers.find(subscriberId).ifPresent(subscriber -> {
            subscriptions.forgetEnded(subscriberId, List.of(list));
            subscriptions.join(list, List.of(subscriber.email().key()));
            beginAgain(subscriberId);
        });
    }

    /** Nothing is sent until then; nothing changes for whoever is not mailed anyway. */
    public void pause(long subscriberId, Instant until) {
        changeFrom(EnumSet.of(Status.ACTIVE, Status.PAUSED), subscriberId, Status.PAUSED, until);
    }

    public void resume(long subscriberId) {
        changeFrom(EnumSet.of(Status.PAUSED), subscriberId, Status.ACTIVE, null);
    }

    private void beginAgain(long subscriberId) {
        changeFrom(EnumSet.of(Status.UNSUBSCRIBED), subscriberId, Status.ACTIVE, null);
    }

    private void endConsent(long subscriberId) {
        changeFrom(EnumSet.complementOf(ENDED), subscriberId, Status.UNSUBSCRIBED, null);
    }

    private void changeFrom(Set<Status> from, long subscriberId, Status to, @Nullable Instant pausedUntil) {
        subscribers
                .find(subscriberId)
                .filter(subscriber -> from.contains(subscriber.status()))
                .ifPresent(subscriber -> subscribers.changeStatus(subscriberId, to, pausedUntil));
    }

    public Optional<Instant> pausedUntil(long subscriberId) {
        return subscribers.pausedUntil(subscriberId);
    }

    /** They told an admin that they want to be on the list again, whatever was before; a suppression stays. */
    public void askedAgain(EmailAddress address, ListKey list) {
        transactions.executeWithoutResult(status -> {
            erasures.remove(address);
            subscribers.find(address).ifPresent(subscriber -> {
                changeFrom(ENDED, subscriber.id(), Status.ACTIVE, null);
                subscriptions.forgetEnded(subscriber.id(), List.of(list));
            });
        });
    }

    /**
     * Deletes all that we know of a person (GDPR, article 17). What stays is a keyed hash of the address, so that no file
     * brings them back.
     *
     * @param by whose command it is, a user name
     * @return whether there was a subscriber of that address
     */
    public boolean erase(EmailAddress address, String by) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            erasures.add(address);
            subscribers.find(address).ifPresent(subscriber -> {
                events.publishEvent(new Erased(subscriber.id()));
                journal.tell("Subscriber %d is erased, by a command of %s".formatted(subscriber.id(), by));
            });
            suppressions.remove(address);
            return subscribers.remove(address);
        }));
    }
}
