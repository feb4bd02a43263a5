package org.keepreading.delivery;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.keepreading.edition.TemplateProblem;
import org.springframework.stereotype.Component;

/** Takes one edition to one subscriber: asks whether they still want it, sends it, records what became of it. */
@Component
class Dispatch {
    private final Readers readers;
    private final Letters letters;
    private final Routes routes;
    private final Beginnings beginnings;
    private final Destinations destinations;
    private final Outcomes outcomes;
    private final Retries retries;
    private final Fuse fuse;
    private final Meters meters;
    private final Clock clock;

    Dispatch(
            Readers readers,
            Letters letters,
            Routes routes,
            Beginnings beginnings,
            Destinations destinations,
            Outcomes outcomes,
            Retries retries,
            Fuse fuse,
            Meters meters,
            Clock clock) {
        this.readers = readers;
        this.letters = letters;
        this.routes = routes;
        this.beginnings = beginnings;
        this.destinations = destinations;
        this.outcomes = outcomes;
        this.retries = retries;
        this.fuse = fuse;
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
        var moment = moment(claim, subscriberId);
        while (moment.reader().isPresent()) {
            var domain = moment.reader().get().domain();
            var held = destinations.hold(domain, claim.ofBatch());
            if (held.isPresent()) {
                record(moment, held.get(), "");
                return true;
            }
            var passage = routes.passage(moment.mailing(), isOn);
            if (passage.isEmpty()) {
                return false;
            }
            try (var way = passage.get()) {
                moment = way.isLate() ? moment(claim, subscriberId) : moment;
                return carry(moment, way);
            } catch (RelayTrouble dropped) {
                moment = moment(claim, subscriberId); // the relay had enough of that connection: once more on another
            }
        }
        return settle(moment);
    }

    /** Of a claim whose lease has ended it is nobody's to send. */
    private Moment moment(Claim claim, long subscriberId) {
        if (!claim.holds(clock.instant())) {
            meters.leaseLost();
            return Moment.STOPPED;
        }
        return readers.moment(claim.key(), subscriberId).orElse(Moment.SETTLED);
    }

    private boolean settle(Moment moment) {
        moment.standing().outcome().ifPresent(outcome -> record(moment, outcome, ""));
        return moment.standing().mayGoOn();
    }

    private boolean carry(Moment moment, Passage way) throws RelayTrouble {
        var reader = moment.reader();
        if (reader.isEmpty()) {
            return settle(moment);
        }
        beginnings.note(moment.attempt().revision().editionId());
        var outcome = transmit(moment, reader.get(), way);
        record(moment, outcome, way.relay());
        destinations.heard(reader.get().domain(), outcome);
        fuse.heard(moment.attempt().revision().editionId(), outcome);
        return true;
    }

    private Outcome transmit(Moment moment, Reader reader, Passage way) throws RelayTrouble {
        Optional<Message> message;
        try {
            message = letters.message(moment.attempt().revision(), reader);
        } catch (TemplateProblem | IllegalArgumentException e) {
            return new Outcome.Unsendable(String.valueOf(e.getMessage()));
        }
        return message.isPresent()
                ? way.send(message.get())
                : new Outcome.Skipped("no story in the sections that they chose");
    }

    private void record(Moment moment, Outcome outcome, String relay) {
        outcomes.record(retries.after(moment.attempt(), outcome));
        meters.recorded(relay, outcome);
    }
}
