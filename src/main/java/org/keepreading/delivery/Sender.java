package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread's worth of work: claims, works through, and looks for more, until its crew is told to stop. */
final class Sender implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(UTC);

    private final Crew crew;
    private final Claims claims;
    private final EditionEnd end;
    private final Dispatch dispatch;
    private final Routes routes;
    private final Brake brake;
    private final Bell bell;
    private final Duration poll;

    /** @param poll how long it waits when there is nothing to do */
    Sender(Crew crew, Claims claims, EditionEnd end, Dispatch dispatch, Routes routes, Brake brake, Bell bell, Duration poll) {
        this.crew = crew;
        this.claims = claims;
        this.end = end;
        this.dispatch = dispatch;
        this.routes = routes;
        this.brake = brake;
        this.bell = bell;
        this.poll = poll;
    }

    @Override
    public void run() {
        try {
            while (crew.isOn()) {
                takeTurn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OutcomeLost e) {
            log.warn(e.getMessage());
        }
    }

    private void takeTurn() throws InterruptedException {
        try {
            var claim = brake.isOn() || routes.areClosed()
                    ? Optional.<Claim>empty()
                    : claims.next(crew.onlyEdition());
            if (claim.isPresent()) {
                workThrough(claim.get());
            } else {
                idle();
            }
        } catch (RelayTrouble trouble) {
            crew.report(trouble);
            bell.await(poll);
        } catch (OutcomeLost e) {
            throw e;
        } catch (RuntimeException e) {
            brake.press().ifPresent(until -> log.error("Sending pauses until {}.", TIME.format(until), e));
        }
    }

    private void workThrough(Claim claim) throws RelayTrouble {
        try (var held = crew.hold(claim)) {
            for (var subscriber : claim.subscribers()) {
                if (!crew.isOn() || !dispatch.send(claim, subscriber, crew::isOn)) {
                    return;
                }
            }
            held.finish();
            brake.release();
            end.endWhatIsDone();
        }
    }

    private void idle() throws InterruptedException {
        if (routes.areClosed()) {
            routes.complaint().ifPresent(crew::report);
        }
        routes.rest();
        end.endWhatIsDone();
        bell.await(poll);
    }
}
