package org.keepreading.delivery;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.installation.LiveInstallation;
import org.keepreading.relay.Relays;
import org.springframework.stereotype.Component;

/** Hands out what is to be sent next, to one sender each. */
@Component
class Claims {
    private final Batches batches;
    private final Deferrals deferrals;
    private final Editions editions;
    private final Relays relays;
    private final LiveInstallation live;
    private final DeliverySettings settings;
    private final Clock clock;

    Claims(
            Batches batches,
            Deferrals deferrals,
            Editions editions,
            Relays relays,
            LiveInstallation live,
            DeliverySettings settings,
            Clock clock) {
        this.batches = batches;
        this.deferrals = deferrals;
        this.editions = editions;
        this.relays = relays;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param onlyEdition {@code null}: of any */
    Optional<Claim> next(@Nullable Long onlyEdition) {
        if (live.doubt().isPresent()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var until = now.plus(settings.lease());
        var scope = new Scope(onlyEdition, closed());
        return deferrals.claim(scope, now, until).or(() -> batches.claim(scope, now, until));
    }

    /** Why nothing may be sent from this database; empty: it may. */
    Optional<String> doubt() {
        return live.doubt();
    }

    /** Newsletters of which nothing can leave now, as the relays that take them are in trouble. */
    private Set<NewsletterKey> closed() {
        return relays.areAllOpen()
                ? Set.of()
                : editions.sending().stream()
                        .map(Issue::newsletter)
                        .filter(newsletter -> !relays.isAnyOpenFor(newsletter.value()))
                        .collect(Collectors.toSet());
    }
}
