package org.keepreading.delivery;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.keepreading.delivery.Eligibility.Left;
import org.keepreading.delivery.Eligibility.Stopped;
import org.keepreading.delivery.Eligibility.Wanted;
import org.keepreading.edition.TemplateProblem;
import org.keepreading.letter.Letters;
import org.keepreading.relay.Handover.Answered;
import org.keepreading.relay.Message;
import org.keepreading.relay.PooledConnection;
import org.keepreading.relay.ReceiverPaces;
import org.keepreading.relay.RelayTrouble;
import org.keepreading.relay.Relays;
import org.keepreading.relay.RoutingKey;
import org.springframework.stereotype.Component;

/**
 * Takes one edition to one subscriber: asks whether they still want it, makes the message, then takes a connection for it,
 * and records what became of it. The message comes first: who has no story burns no quota, and a slow template holds no
 * connection.
 */
@Component
class Dispatch {
    private static final String NO_RELAY = "";
    private static final Outcome NOTHING_CHOSEN =
            Outcome.skipped(OutcomeKind.NO_STORY, "no story in the sections that they chose");

    private final ConsentCheck consent;
    private final Letters letters;
    private final Relays relays;
    private final EditionStart starts;
    private final ReceiverPaces paces;
    private final Outcomes outcomes;
    private final Retries retries;
    private final RefusalLimit refusals;
    private final Newcomers newcomers;
    private final Meters meters;
    private final Clock clock;

    Dispatch(
            ConsentCheck consent,
            Letters letters,
            Relays relays,
            EditionStart starts,
            ReceiverPaces paces,
            Outcomes outcomes,
            Retries retries,
            RefusalLimit refusals,
            Newcomers newcomers,
            Meters meters,
            Clock clock) {
        this.consent = consent;
        this.letters = letters;
        this.relays = relays;
        this.starts = starts;
        this.paces = paces;
        this.outcomes = outcomes;
        this.retries = retries;
        this.refusals = refusals;
        this.newcomers = newcomers;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Whether the claim may be gone on with.
     *
     * @param isOn whether the sender may go on waiting for its turn
     * @throws RelayTrouble where no relay takes it now; then nothing was recorded
     */
    boolean send(Claim claim, long subscriberId, BooleanSupplier isOn) throws RelayTrouble {
        var next = Next.SAME_AGAIN;
        while (next == Next.SAME_AGAIN) {
            var eligibility = eligibility(claim, subscriberId);
            next = eligibility instanceof Wanted wanted ? deliver(claim, wanted, isOn) : settle(eligibility);
        }
        return next == Next.SUBSCRIBER;
    }

    /** What is to be done next. */
    private enum Next {
        SUBSCRIBER,
        SAME_AGAIN,
        NOTHING
    }

    /** Of a claim whose lease has ended it is nobody's to send. */
    private Eligibility eligibility(Claim claim, long subscriberId) {
        if (!claim.holds(clock.instant())) {
            meters.leaseLost();
            return new Stopped();
        }
        return consent.of(claim.key(), subscriberId);
    }

    private Next settle(Eligibility eligibility) {
        if (eligibility instanceof Left left) {
            record(left.attempt(), left.outcome(), NO_RELAY);
        }
        return eligibility.mayGoOn() ? Next.SUBSCRIBER : Next.NOTHING;
    }

    private Next deliver(Claim claim, Wanted wanted, BooleanSupplier isOn) throws RelayTrouble {
        var message = message(wanted);
        if (message.isEmpty()) {
            return Next.SUBSCRIBER;
        }
        var held = paces.hold(wanted.reader().domain(), claim.ofBatch());
        if (held.isPresent()) {
            record(
                    wanted.attempt(),
                    Outcome.heldBack(held.get().reason(), held.get().until()),
                    NO_RELAY);
            return Next.SUBSCRIBER;
        }
        var connection = relays.lend(routingKey(wanted), isOn);
        if (connection.isEmpty()) {
            return Next.NOTHING;
        }
        try (var lent = connection.get()) {
            return lent.isLate() && isChanged(claim, wanted) ? Next.SAME_AGAIN : send(wanted, message.get(), lent);
        }
    }

    /** Empty: there is none for them, which is recorded. */
    private Optional<Message> message(Wanted wanted) {
        try {
            var message = letters.message(wanted.attempt().revision(), wanted.reader());
            if (message.isEmpty()) {
                record(wanted.attempt(), NOTHING_CHOSEN, NO_RELAY);
            }
            return message;
        } catch (TemplateProblem | IllegalArgumentException e) {
            record(wanted.attempt(), Outcome.unsendable(String.valueOf(e.getMessage())), NO_RELAY);
            return Optional.empty();
        }
    }

    /** Whether they, or the claim, are not what they were before the wait for a connection. */
    private boolean isChanged(Claim claim, Wanted wanted) {
        return !(eligibility(claim, wanted.reader().id()) instanceof Wanted now
                && now.reader().equals(wanted.reader())
                && now.attempt().revision().equals(wanted.attempt().revision()));
    }

    private RoutingKey routingKey(Wanted wanted) {
        var edition = wanted.attempt().revision().editionId();
        var subscriber = wanted.reader().id();
        return new RoutingKey(
                wanted.newsletter().value(),
                wanted.reader().domain(),
                volume -> newcomers.include(edition, subscriber, volume));
    }

    private Next send(Wanted wanted, Message message, PooledConnection connection) {
        starts.note(wanted.attempt().revision().editionId());
        if (!(connection.send(message) instanceof Answered answered)) {
            return Next.SAME_AGAIN;
        }
        record(wanted.attempt(), Outcome.of(answered.answer()), connection.relay());
        paces.heard(wanted.reader().domain(), answered.answer());
        refusals.heard(wanted.attempt().revision().editionId(), answered.answer());
        return Next.SUBSCRIBER;
    }

    /** @param relay that was asked; empty: none */
    private void record(DeliveryAttempt attempt, Outcome outcome, String relay) {
        outcomes.record(retries.after(attempt, outcome));
        meters.recorded(relay, outcome);
    }
}
