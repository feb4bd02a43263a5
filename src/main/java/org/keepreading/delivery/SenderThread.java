package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.keepreading.relay.Backoff;
import org.keepreading.relay.RelayTrouble;
import org.keepreading.relay.Relays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread's worth of work: claims, works through, and looks for more, until it is told to stop. */
final class SenderThread implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(SenderThread.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(UTC);

    private final SenderThreads threads;
    private final Claims claims;
    private final EditionEnd end;
    private final Dispatch dispatch;
    private final Relays relays;
    private final Backoff backoff;
    private final WakeUp wakeUp;
    private final Duration poll;

    /** @param poll how long it waits when there is nothing to do */
    SenderThread(
            SenderThreads threads,
            Claims claims,
            EditionEnd end,
            Dispatch dispatch,
            Relays relays,
            Backoff backoff,
            WakeUp wakeUp,
            Duration poll) {
        this.threads = threads;
        this.claims = claims;
        this.end = end;
        this.dispatch = dispatch;
        this.relays = relays;
        this.backoff = backoff;
        this.wakeUp = wakeUp;
        this.poll = poll;
    }

    @Override
    public void run() {
        try {
            while (threads.isOn()) {
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
            var claim =
                    backoff.isOn() || relays.areClosed() ? Optional.<Claim>empty() : claims.next(threads.onlyEdition());
            if (claim.isPresent()) {
                workThrough(claim.get());
            } else {
                idle();
            }
        } catch (RelayTrouble trouble) {
            threads.report(trouble);
            wakeUp.await(poll);
        } catch (OutcomeLost e) {
            throw e;
        } catch (RuntimeException e) {
            backoff.press().ifPresent(until -> log.error("Sending pauses until {}.", TIME.format(until), e));
        }
    }

    private void workThrough(Claim claim) throws RelayTrouble {
        try (var held = threads.hold(claim)) {
            for (var subscriber : claim.subscribers()) {
                if (!threads.isOn() || !dispatch.send(claim, subscriber, threads::isOn)) {
                    return;
                }
            }
            held.finish();
            backoff.release();
            end.endWhatIsDone();
        }
    }

    private void idle() throws InterruptedException {
        if (relays.areClosed()) {
            relays.complaint().ifPresent(threads::report);
        }
        relays.rest();
        end.endWhatIsDone();
        wakeUp.await(poll);
    }
}
