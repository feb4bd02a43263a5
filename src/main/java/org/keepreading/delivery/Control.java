package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stops an edition and sets it going again, at any moment and as often as one likes; each answers with exact counts. */
@Component
public class Control {
    /** A sender looks before each message, so most are done with theirs by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Editions editions;
    private final Deliveries deliveries;
    private final Headcount headcount;
    private final JdbcClient jdbc;
    private final Bell bell;
    private final Clock clock;

    Control(Editions editions, Deliveries deliveries, Headcount headcount, JdbcClient jdbc, Bell bell, Clock clock) {
        this.editions = editions;
        this.deliveries = deliveries;
        this.headcount = headcount;
        this.jdbc = jdbc;
        this.bell = bell;
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

    /** @throws org.keepreading.edition.EditionOver where there is nothing left to pause */
    public Stand pause(long editionId, String reason) {
        var issue = editions.pause(editionId, reason);
        awaitHands(editionId);
        return stand(issue);
    }

    /** @throws org.keepreading.edition.EditionOver where there is nothing left to cancel */
    public Stand cancel(long editionId, String reason) {
        var issue = editions.cancel(editionId, reason);
        awaitHands(editionId);
        return stand(issue);
    }

    /** @throws org.keepreading.edition.EditionOver where there is nothing left to send */
    public Stand resume(long editionId) {
        var issue = editions.resume(editionId);
        bell.ring();
        return stand(issue);
    }

    private Stand stand(Issue issue) {
        headcount.settle(issue);
        var inHand = inHand(issue.id()); // first: what is put down meanwhile is counted as left, not as gone
        return new Stand(issue, deliveries.progress(issue.id()), inHand);
    }

    private void awaitHands(long editionId) {
        try {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (inHand(editionId) > 0 && System.nanoTime() < deadline) {
                bell.await(BETWEEN_LOOKS);
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
