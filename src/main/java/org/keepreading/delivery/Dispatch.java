package org.keepreading.delivery;

import java.time.Clock;
import org.keepreading.edition.Revision;
import org.keepreading.edition.TemplateProblem;
import org.springframework.stereotype.Component;

/** Takes one edition to one subscriber: asks whether they still want it, sends it, records what became of it. */
@Component
class Dispatch {
    private final Readers readers;
    private final Letters letters;
    private final Outcomes outcomes;
    private final Retries retries;
    private final Meters meters;
    private final Clock clock;

    Dispatch(Readers readers, Letters letters, Outcomes outcomes, Retries retries, Meters meters, Clock clock) {
        this.readers = readers;
        this.letters = letters;
        this.outcomes = outcomes;
        this.retries = retries;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Whether the claim may be gone on with.
     *
     * @throws RelayTrouble where the relay takes nothing now; then nothing was recorded
     */
    boolean send(Claim claim, long subscriberId, Line line) throws RelayTrouble {
        try {
            return attempt(claim, subscriberId, line);
        } catch (RelayTrouble trouble) {
            if (!line.hasCarried()) {
                throw trouble;
            }
            line.close(); // it carried messages, and the relay had enough of it: once more on a new one
            return attempt(claim, subscriberId, line);
        }
    }

    private boolean attempt(Claim claim, long subscriberId, Line line) throws RelayTrouble {
        line.open(); // first, as it takes its time
        if (!claim.holds(clock.instant())) {
            meters.leaseLost();
            return false;
        }
        var moment = readers.moment(claim.key(), subscriberId);
        if (moment.isEmpty()) {
            return true;
        }
        var standing = moment.get().standing();
        var attempt = moment.get().attempt();
        var outcome = standing.outcome(reader -> transmit(attempt.revision(), reader, line));
        outcome.ifPresent(it -> {
            outcomes.record(retries.after(attempt, it));
            meters.recorded(line.relay(), it);
        });
        return standing.mayGoOn();
    }

    private Outcome transmit(Revision revision, Reader reader, Line line) throws RelayTrouble {
        try {
            var message = letters.message(revision, reader);
            return message.isPresent()
                    ? line.send(message.get())
                    : new Outcome.Skipped("no story in the sections that they chose");
        } catch (TemplateProblem | IllegalArgumentException e) {
            return new Outcome.Unsendable(String.valueOf(e.getMessage()));
        }
    }
}
