package org.keepreading.subscriber;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keepreading.address.ListKey;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts people on a list: newcomers are added, known ones updated, and whoever left is left alone. */
@Component
public class ListIntake {
    private static final int TRIES = 5;

    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final Barred barred;
    private final TransactionOperations transactions;

    ListIntake(
            Subscribers subscribers, Subscriptions subscriptions, Barred barred, TransactionOperations transactions) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.barred = barred;
        this.transactions = transactions;
    }

    /** All in one transaction; where an address comes twice, the later entry goes on top of the earlier. */
    public Tally take(List<SubscriberEntry> entries, ListKey list) {
        for (var tried = 1; ; tried++) {
            try {
                return transactions.execute(status -> takeInOrder(entries, list));
            } catch (DuplicateKeyException | ConcurrencyFailureException somebodyElseWasAtIt) {
                if (tried == TRIES) {
                    throw somebodyElseWasAtIt;
                }
            }
        }
    }

    private Tally takeInOrder(List<SubscriberEntry> entries, ListKey list) {
        var total = Tally.NONE;
        for (var round : rounds(entries)) {
            total = total.plus(takeOnce(round, list));
        }
        return total;
    }

    /** Sorted by address: two imports that meet wait for one another in the same order, and neither for ever. */
    private static List<Map<String, SubscriberEntry>> rounds(List<SubscriberEntry> entries) {
        var rounds = new ArrayList<Map<String, SubscriberEntry>>();
        for (var entry : entries) {
            var key = entry.email().key();
            if (rounds.isEmpty() || rounds.get(rounds.size() - 1).containsKey(key)) {
                rounds.add(new TreeMap<>());
            }
            rounds.get(rounds.size() - 1).put(key, entry);
        }
        return rounds;
    }

    private Tally takeOnce(Map<String, SubscriberEntry> entries, ListKey list) {
        var known = known(entries.keySet());
        var standing = subscriptions.standing(
                list, known.values().stream().map(Subscriber::id).toList());
        var shut = barred.among(entries.keySet());
        var sorted = new Sorted();
        entries.forEach((key, entry) -> {
            var subscriber = known.get(key);
            if (shut.contains(key)) {
                sorted.keep();
            } else if (subscriber == null) {
                sorted.addNew(entry);
            } else {
                sorted.addKnown(entry, subscriber, standing.getOrDefault(subscriber.id(), ListStanding.NEVER));
            }
        });
        store(sorted, list);
        return sorted.tally();
    }

    private Map<String, Subscriber> known(Collection<String> keys) {
        return subscribers.known(keys).stream()
                .collect(toMap(subscriber -> subscriber.email().key(), identity()));
    }

    private void store(Sorted sorted, ListKey list) {
        subscribers.insert(sorted.fresh());
        subscribers.update(sorted.changed());
        subscriptions.join(list, sorted.joining());
    }
}
