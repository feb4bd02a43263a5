package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.keepreading.delivery.RelayTrouble.Cure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One connection's worth of work: claims, works through, and looks for more, until its crew is told to stop. */
final class Sender implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(UTC);

    private final Crew crew;
    private final Backlog backlog;
    private final Dispatch dispatch;
    private final Line line;
    private final Brake brake;
    private final Bell bell;
    private final Duration poll;
    private final Meters meters;

    /** @param poll how long it waits when there is nothing to do */
    Sender(
            Crew crew,
            Backlog backlog,
            Dispatch dispatch,
            Line line,
            Brake brake,
            Bell bell,
            Duration poll,
            Meters meters) {
        this.crew = crew;
        this.backlog = backlog;
        this.dispatch = dispatch;
        this.line = line;
        this.brake = brake;
        this.bell = bell;
        this.poll = poll;
        this.meters = meters;
    }

    @Override
    public void run() {
        try (line) {
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
            var claim = brake.isOn() ? Optional.<Claim>empty() : backlog.claim(crew.onlyEdition());
            if (claim.isPresent()) {
                workThrough(claim.get());
            } else {
                idle();
            }
        } catch (RelayTrouble trouble) {
            pause(trouble);
        } catch (OutcomeLost e) {
            throw e;
        } catch (RuntimeException e) {
            brake.press().ifPresent(until -> log.error("Sending pauses until {}.", TIME.format(until), e));
        }
    }

    private void workThrough(Claim claim) throws RelayTrouble {
        try (var held = crew.hold(claim)) {
            for (var subscriber : claim.subscribers()) {
                if (!crew.isOn() || !dispatch.send(claim, subscriber, line)) {
                    return;
                }
                noteHealth();
            }
            held.finish();
            backlog.endWhatIsDone();
        }
    }

    private void noteHealth() throws RelayTrouble {
        var trouble = line.trouble();
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        if (brake.release()) {
            log.info("Sending goes on.");
        }
    }

    private void pause(RelayTrouble trouble) {
        crew.report(trouble);
        meters.troubled(line.relay(), trouble);
        brake.press()
                .ifPresent(until -> log.atLevel(trouble.cure() == Cure.PERSON ? Level.ERROR : Level.WARN)
                        .log(
                                "{} Up to {} deliveries wait, next try {}.",
                                trouble.getMessage(),
                                "%,d".formatted(backlog.waiting()),
                                TIME.format(until)));
    }

    private void idle() throws InterruptedException {
        line.close();
        backlog.endWhatIsDone();
        bell.await(poll);
    }
}
