package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stops an edition and sets it going again, at any moment and as often as one likes; each answers with exact counts. */
@Component
public class EditionControl {
    /** A sender looks before each message, so most are done with theirs by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Editions editions;
    private final EditionLog log;
    private final Deliveries deliveries;
    private final AudienceCounts counts;
    private final JdbcClient jdbc;
    private final WakeUp wakeUp;
    private final Clock clock;

    EditionControl(
            Editions editions,
            EditionLog log,
            Deliveries deliveries,
            AudienceCounts counts,
            JdbcClient jdbc,
            WakeUp wakeUp,
            Clock clock) {
        this.editions = editions;
        this.log = log;
        this.deliveries = deliveries;
        this.counts = counts;
        this.jdbc = jdbc;
        this.wakeUp = wakeUp;
        this.clock = clock;
    }

    /**
     * How an edition stands.
     *
     * @param inHand of how many messages it is not known yet whether they left: one for each claim that a sender, which
     *     may be dead, still holds
     */
    public record Stand(Issue issue, Progress progress, long inHand) {}

    public Stand stand(long editionId) {
        return stand(editions.get(editionId));
    }

    /**
     * @param by whose wish it is, a user name
     * @param reason {@code null}: they gave none
     * @throws org.keepreading.edition.EditionOver where there is nothing left to pause
     */
    public Stand pause(long editionId, String by, @Nullable String reason) {
        if (editions.pause(editionId, kept(by, reason))) {
            log.paused(editions.get(editionId), by, reason);
        }
        awaitHands(editionId);
        return stand(editionId);
    }

    /**
     * @param by whose wish it is, a user name
     * @param reason {@code null}: they gave none
     * @throws org.keepreading.edition.EditionOver where there is nothing left to cancel
     */
    public Stand cancel(long editionId, String by, @Nullable String reason) {
        if (editions.cancel(editionId, kept(by, reason))) {
            log.cancelled(editions.get(editionId), by, reason);
        }
        awaitHands(editionId);
        return stand(editionId);
    }

    /**
     * @param by whose wish it is, a user name
     * @throws org.keepreading.edition.EditionOver where there is nothing left to send
     */
    public Stand resume(long editionId, String by) {
        if (editions.resume(editionId)) {
            log.resumed(editions.get(editionId), by);
        }
        wakeUp.call();
        return stand(editionId);
    }

    private static String kept(String by, @Nullable String reason) {
        return reason == null ? "by " + by : reason;
    }

    private Stand stand(Issue issue) {
        counts.settle(issue);
        var inHand = inHand(issue.id()); // first: what is put down meanwhile is counted as left, not as gone
        return new Stand(issue, deliveries.progress(issue.id()), inHand);
    }

    private void awaitHands(long editionId) {
        try {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (inHand(editionId) > 0 && System.nanoTime() < deadline) {
                wakeUp.await(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long inHand(long editionId) {
        return jdbc.sql("""
                        select (select count(*) from batch where edition_id = :edition and lease_until > :now)
                             + (select count(distinct lease_owner) from deferral
                                where edition_id = :edition and lease_until > :now)""")
                .param("edition", editionId)
                .param("now", clock.instant().atOffset(UTC))
                .query(Long.class)
                .single();
    }
}
