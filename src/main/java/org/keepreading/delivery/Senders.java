package org.keepreading.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes editions to their audiences. Any number of processes may do so at the same time. */
@Component
public class Senders implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Senders.class);

    private final Claims claims;
    private final EditionEnd end;
    private final Dispatch dispatch;
    private final Outcomes outcomes;
    private final Deliveries deliveries;
    private final Editions editions;
    private final Routes routes;
    private final DeliverySettings settings;
    private final Headcount headcount;
    private final Bell bell;
    private final Clock clock;
    private final Brake brake;
    private final Set<Crew> crews = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Senders(
            Claims claims,
            EditionEnd end,
            Dispatch dispatch,
            Outcomes outcomes,
            Deliveries deliveries,
            Editions editions,
            Routes routes,
            DeliverySettings settings,
            RelayLimits limits,
            Headcount headcount,
            Bell bell,
            Meters meters,
            Clock clock) {
        this.claims = claims;
        this.end = end;
        this.dispatch = dispatch;
        this.outcomes = outcomes;
        this.deliveries = deliveries;
        this.editions = editions;
        this.routes = routes;
        this.settings = settings;
        this.headcount = headcount;
        this.bell = bell;
        this.clock = clock;
        brake = limits.brake(clock);
        meters.held(() -> crews.stream().mapToInt(Crew::inHand).sum());
    }

    /** Sends whatever is due, of all editions, until it is stopped. */
    public void start() {
        stopping = false;
        crew(null);
    }

    /** Lets messages in flight finish, and gives the rest of what is in hand back to others. */
    public void stop() {
        stopping = true;
        bell.ring();
        crews.forEach(this::dismiss);
    }

    /** Has {@link #drain} end: messages in flight finish, within {@link #patience}, and the rest waits. */
    public void interrupt() {
        stopping = true;
        bell.ring();
    }

    /** How long messages in flight may take to finish. */
    public Duration patience() {
        return settings.patience();
    }

    public boolean isRunning() {
        return !crews.isEmpty();
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Works on one edition until it is delivered, paused or cancelled, or all that is left are readers whose mail was
     * deferred for longer than a moment. Others may be at work on it.
     *
     * @throws SendingStopped where only a person can make the relay take mail, or this process is told to stop
     */
    public Progress drain(long editionId) {
        var crew = crew(editionId);
        try {
            await(editionId, crew);
        } finally {
            dismiss(crew);
        }
        return deliveries.progress(editionId);
    }

    private void await(long editionId, Crew crew) {
        try {
            while (editions.get(editionId).status() == EditionStatus.SENDING
                    && !end.isLeftToStragglers(editionId)) {
                complain(crew);
                bell.await(settings.poll());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void complain(Crew crew) {
        if (stopping) {
            throw new SendingStopped("Stopped. The rest waits: send again, or have a server do it.");
        }
        claims.doubt().ifPresent(doubt -> {
            throw new SendingStopped("Nothing is sent. " + doubt);
        });
        crew.complaint().ifPresent(complaint -> {
            throw new SendingStopped(complaint + " The rest waits: send again when that is done.");
        });
    }

    private Crew crew(@Nullable Long onlyEdition) {
        var crew = new Crew(onlyEdition, settings.lease(), clock);
        crews.add(crew);
        headcount.begin();
        crew.start(routes.connections(), this::sender);
        return crew;
    }

    private Runnable sender(Crew crew) {
        return new Sender(crew, claims, end, dispatch, routes, brake, bell, settings.poll());
    }

    private void dismiss(Crew crew) {
        if (crews.remove(crew) && !crew.stop(settings.patience())) {
            log.warn("Messages in flight did not end within {}: they may go twice.", settings.patience());
            outcomes.giveUp();
        }
        if (crews.isEmpty()) {
            routes.hangUp();
        }
    }
}
