package org.keepreading.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.keepreading.delivery.Answer.Verdict;
import org.keepreading.delivery.RelayTrouble.Cure;

/**
 * Chooses the relay for each message: of those that are open the one that names its newsletter or its reader's domain, else
 * any, by weight. Where one fails the next takes its mail, until it is tried again.
 */
final class Routes implements AutoCloseable {
    private final List<Route> all;
    private final Random random;

    /** @param all at least one */
    Routes(List<Route> all, Random random) {
        this.all = List.copyOf(all);
        this.random = random;
    }

    /** How many may be open at a time, of all relays. */
    int connections() {
        return all.stream().mapToInt(route -> route.rules().connections()).sum();
    }

    List<Relay> relays() {
        return all.stream().map(Route::relay).toList();
    }

    /**
     * Takes one message that belongs to no edition, at once and whatever the limits: a test, or words for whoever runs this.
     *
     * @param newsletter its key
     * @throws NotTaken where its relay does not take it
     */
    void send(String newsletter, Message message) {
        try (var connection = relayFor(newsletter).open()) {
            var answer = connection.send(message);
            if (answer.verdict() != Verdict.TAKEN) {
                throw new NotTaken("The relay did not take the mail to " + message.recipient() + ": " + answer.words());
            }
        } catch (RelayTrouble trouble) {
            throw new NotTaken(trouble.sentence());
        }
    }

    boolean areClosed() {
        return all.stream().noneMatch(Route::isOpen);
    }

    /** Why one of them is closed, which only a person can mend. */
    Optional<RelayTrouble> complaint() {
        return all.stream()
                .map(Route::latestTrouble)
                .filter(trouble -> trouble.cure() == Cure.PERSON)
                .findFirst();
    }

    boolean areAllOpen() {
        return all.stream().allMatch(Route::isOpen);
    }

    /** Whether one of those that take the newsletter takes mail now. */
    boolean isAnyOpenFor(String newsletter) {
        return all.stream().anyMatch(route -> route.isOpen() && takes(route, newsletter));
    }

    /**
     * Waits for a connection and for the message's turn; empty: told to stop meanwhile.
     *
     * @throws RelayTrouble where no relay takes it now
     */
    Optional<PooledConnection> lend(Mailing mailing, BooleanSupplier isOn) throws RelayTrouble {
        var suiting = suiting(mailing);
        var trouble = Optional.<RelayTrouble>empty();
        for (var route = best(suiting, mailing); route.isPresent(); route = best(suiting, mailing)) {
            try {
                return route.get().lend(isOn);
            } catch (RelayTrouble next) {
                trouble = Optional.of(next);
            }
        }
        throw trouble.orElseGet(suiting.get(0)::latestTrouble);
    }

    /** Hangs up what nobody has used for a while. */
    void rest() {
        all.forEach(Route::rest);
    }

    /** Hangs up what nobody uses now. */
    void hangUp() {
        all.forEach(Route::hangUp);
    }

    @Override
    public void close() {
        all.forEach(Route::close);
    }

    private Relay relayFor(String newsletter) {
        return all.stream()
                .max(Comparator.comparing((Route route) -> route.rules().fit(newsletter, ""))
                        .thenComparing(route -> route.rules().weight()))
                .orElseThrow()
                .relay();
    }

    private static boolean takes(Route route, String newsletter) {
        var named = route.rules().newsletters();
        return named.isEmpty() || named.stream().anyMatch(newsletter::equalsIgnoreCase);
    }

    private List<Route> suiting(Mailing mailing) throws RelayTrouble {
        var suiting = all.stream()
                .filter(route -> route.rules().fit(mailing.newsletter(), mailing.domain()) >= 0)
                .toList();
        if (suiting.isEmpty()) {
            throw new RelayTrouble(
                    "No relay takes mail of \"%s\" for %s. Name it for one of keepreading.relay, or leave one's newsletters and domains empty."
                            .formatted(mailing.newsletter(), mailing.domain()),
                    Cure.PERSON);
        }
        return suiting;
    }

    private Optional<Route> best(List<Route> suiting, Mailing mailing) {
        var open = suiting.stream().filter(Route::isOpen).toList();
        var admitted =
                open.stream().filter(route -> admits(route, suiting, mailing)).toList();
        var warming =
                admitted.stream().filter(route -> route.warmUp().isPresent()).findFirst();
        return warming.isPresent() ? warming : byWeight(closest(admitted, mailing));
    }

    /** While an address is new, the newest readers get their mail from it: they are the likeliest to want it. */
    private boolean admits(Route route, List<Route> suiting, Mailing mailing) {
        var volume = route.warmUp();
        return volume.isEmpty()
                || suiting.stream().allMatch(other -> other.warmUp().isPresent())
                || mailing.isAmongNewest().test(volume.getAsLong());
    }

    private static List<Route> closest(List<Route> routes, Mailing mailing) {
        var closest = routes.stream()
                .filter(route -> route.rules().weight() > 0)
                .mapToInt(route -> fit(route, mailing))
                .max();
        return closest.isEmpty()
                ? routes
                : routes.stream()
                        .filter(route -> route.rules().weight() > 0 && fit(route, mailing) == closest.getAsInt())
                        .toList();
    }

    private static int fit(Route route, Mailing mailing) {
        return route.rules().fit(mailing.newsletter(), mailing.domain());
    }

    /** One with a free connection, where there is one. */
    private Optional<Route> byWeight(List<Route> routes) {
        var free = routes.stream().filter(Route::hasFreeConnection).toList();
        return drawn(free.isEmpty() ? routes : free);
    }

    private Optional<Route> drawn(List<Route> routes) {
        if (routes.size() < 2) {
            return routes.stream().findFirst();
        }
        var ticket = random.nextInt(routes.stream().mapToInt(Routes::share).sum());
        for (var route : routes) {
            ticket -= share(route);
            if (ticket < 0) {
                return Optional.of(route);
            }
        }
        throw new IllegalStateException("No route was drawn.");
    }

    private static int share(Route route) {
        return Math.max(1, route.rules().weight());
    }
}
