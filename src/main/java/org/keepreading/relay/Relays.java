package org.keepreading.relay;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.keepreading.relay.Answer.Verdict;
import org.keepreading.relay.RelayTrouble.Cure;

/**
 * Chooses the relay for each message: of those that are open the one that names its newsletter or its reader's domain, else
 * any, by weight. Where one fails the next takes its mail, until it is tried again.
 */
public final class Relays implements AutoCloseable {
    private final List<Relay> all;
    private final Random random;

    /** @param all at least one */
    Relays(List<Relay> all, Random random) {
        this.all = List.copyOf(all);
        this.random = random;
    }

    /** How many may be open at a time, of all relays. */
    public int connections() {
        return all.stream().mapToInt(relay -> relay.rules().connections()).sum();
    }

    List<RelayServer> servers() {
        return all.stream().map(Relay::server).toList();
    }

    /**
     * Takes one message that belongs to no edition, at once and whatever the limits: a test, or words for whoever runs this.
     *
     * @param newsletter its key
     * @throws NotTaken where its relay does not take it
     */
    public void send(String newsletter, Message message) {
        try (var connection = relayFor(newsletter).open()) {
            var answer = connection.send(message);
            if (answer.verdict() != Verdict.TAKEN) {
                throw new NotTaken("The relay did not take the mail to " + message.recipient() + ": " + answer.words());
            }
        } catch (RelayTrouble trouble) {
            throw new NotTaken(trouble.sentence());
        }
    }

    public boolean areClosed() {
        return all.stream().noneMatch(Relay::isOpen);
    }

    /** Why one of them is closed, which only a person can mend. */
    public Optional<RelayTrouble> complaint() {
        return all.stream()
                .map(Relay::latestTrouble)
                .filter(trouble -> trouble.cure() == Cure.PERSON)
                .findFirst();
    }

    /** Whether none took a message since it was last in trouble. */
    public boolean areAllInTrouble() {
        return all.stream().allMatch(Relay::isInTrouble);
    }

    public boolean areAllOpen() {
        return all.stream().allMatch(Relay::isOpen);
    }

    /** Whether one of those that take the newsletter takes mail now. */
    public boolean isAnyOpenFor(String newsletter) {
        return all.stream().anyMatch(relay -> relay.isOpen() && takes(relay, newsletter));
    }

    /**
     * Waits for a connection and for the message's turn; empty: told to stop meanwhile.
     *
     * @throws RelayTrouble where no relay takes it now
     */
    public Optional<PooledConnection> lend(RoutingKey key, BooleanSupplier isOn) throws RelayTrouble {
        var suiting = suiting(key);
        var trouble = Optional.<RelayTrouble>empty();
        for (var relay = best(suiting, key); relay.isPresent(); relay = best(suiting, key)) {
            try {
                return relay.get().lend(isOn);
            } catch (RelayTrouble next) {
                trouble = Optional.of(next);
            }
        }
        throw trouble.orElseGet(suiting.get(0)::latestTrouble);
    }

    /** Hangs up what nobody has used for a while. */
    public void rest() {
        all.forEach(Relay::rest);
    }

    /** Hangs up what nobody uses now. */
    public void hangUp() {
        all.forEach(Relay::hangUp);
    }

    @Override
    public void close() {
        all.forEach(Relay::close);
    }

    private RelayServer relayFor(String newsletter) {
        return all.stream()
                .max(Comparator.comparing((Relay relay) -> relay.rules().fit(newsletter, ""))
                        .thenComparing(relay -> relay.rules().weight()))
                .orElseThrow()
                .server();
    }

    private static boolean takes(Relay relay, String newsletter) {
        var named = relay.rules().newsletters();
        return named.isEmpty() || named.stream().anyMatch(newsletter::equalsIgnoreCase);
    }

    private List<Relay> suiting(RoutingKey key) throws RelayTrouble {
        var suiting = all.stream()
                .filter(relay -> relay.rules().fit(key.newsletter(), key.domain()) >= 0)
                .toList();
        if (suiting.isEmpty()) {
            throw new RelayTrouble(
                    "No relay takes mail of \"%s\" for %s. Name it for one of keepreading.relay, or leave one's newsletters and domains empty."
                            .formatted(key.newsletter(), key.domain()),
                    Cure.PERSON);
        }
        return suiting;
    }

    private Optional<Relay> best(List<Relay> suiting, RoutingKey key) {
        var open = suiting.stream().filter(Relay::isOpen).toList();
        var admitted =
                open.stream().filter(relay -> admits(relay, suiting, key)).toList();
        var warming =
                admitted.stream().filter(relay -> relay.warmUp().isPresent()).findFirst();
        return warming.isPresent() ? warming : byWeight(closest(admitted, key));
    }

    /** While an address is new, the newest readers get their mail from it: they are the likeliest to want it. */
    private boolean admits(Relay relay, List<Relay> suiting, RoutingKey key) {
        var volume = relay.warmUp();
        return volume.isEmpty()
                || suiting.stream().allMatch(other -> other.warmUp().isPresent())
                || key.isAmongNewest().test(volume.getAsLong());
    }

    private static List<Relay> closest(List<Relay> relays, RoutingKey key) {
        var closest = relays.stream()
                .filter(relay -> relay.rules().weight() > 0)
                .mapToInt(relay -> fit(relay, key))
                .max();
        return closest.isEmpty()
                ? relays
                : relays.stream()
                        .filter(relay -> relay.rules().weight() > 0 && fit(relay, key) == closest.getAsInt())
                        .toList();
    }

    private static int fit(Relay relay, RoutingKey key) {
        return relay.rules().fit(key.newsletter(), key.domain());
    }

    /** One with a free connection, where there is one. */
    private Optional<Relay> byWeight(List<Relay> relays) {
        var free = relays.stream().filter(Relay::hasFreeConnection).toList();
        return drawn(free.isEmpty() ? relays : free);
    }

    private Optional<Relay> drawn(List<Relay> relays) {
        if (relays.size() < 2) {
            return relays.stream().findFirst();
        }
        var ticket = random.nextInt(relays.stream().mapToInt(Relays::share).sum());
        for (var relay : relays) {
            ticket -= share(relay);
            if (ticket < 0) {
                return Optional.of(relay);
            }
        }
        throw new IllegalStateException("No route was drawn.");
    }

    private static int share(Relay relay) {
        return Math.max(1, relay.rules().weight());
    }
}
