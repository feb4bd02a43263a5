package org.keepreading.delivery;

import static org.keepreading.row.Columns.instantIfAny;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keepreading.address.NewsletterKey;
import org.keepreading.delivery.Eligibility.Left;
import org.keepreading.delivery.Eligibility.Settled;
import org.keepreading.delivery.Eligibility.Stopped;
import org.keepreading.delivery.Eligibility.Wanted;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Revision;
import org.keepreading.letter.Reader;
import org.keepreading.subscriber.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks whether a subscriber is to get an edition at the moment when their message would leave: consent is checked last. */
@Repository
class ConsentCheck {
    private static final String MOMENT = """
            select subscriber.id, subscriber.email, subscriber.name, subscriber.language, subscriber.sections,
              subscriber.status, subscriber.changed_at,
              edition.status as edition_status, edition.frozen_at, edition.revision,
              edition.newsletter_key, edition.send_until,
              delivery.status as delivery_status, delivery.attempts,
              deferral.first_attempt_at, deferral.lease_owner as deferral_owner,
              batch.lease_owner as batch_owner,
              suppression.reason as suppressed, suppression.since as suppressed_at,
              %s as subscribed,
              %s as left_since
            from subscriber
            join edition on edition.id = :edition
            left join batch on batch.id = :batch
            left join delivery on delivery.edition_id = :edition and delivery.subscriber_id = subscriber.id
            left join deferral on deferral.edition_id = :edition and deferral.subscriber_id = subscriber.id
            left join suppression on suppression.email_key = subscriber.email_key
            where subscriber.id = :subscriber""".formatted(Members.OF_EDITION.subscribed(), Members.OF_EDITION.leftSince());

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsentCheck(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Eligibility of(ClaimKey claim, long subscriberId) {
        return jdbc.sql(MOMENT)
                .param("edition", claim.editionId())
                .param("batch", claim.batchId(), Types.BIGINT)
                .param("subscriber", subscriberId)
                .query((rs, row) -> eligibility(rs, claim))
                .optional()
                .orElseGet(Settled::new);
    }

    private Eligibility eligibility(ResultSet rs, ClaimKey claim) throws SQLException {
        if (isSettled(rs, claim)) {
            return new Settled();
        }
        var owner = rs.getString(claim.ofBatch() ? "batch_owner" : "deferral_owner");
        var sending = rs.getString("edition_status").equals(EditionStatus.SENDING.word());
        return sending && claim.owner().equals(owner) ? consent(rs, claim) : new Stopped();
    }

    private DeliveryAttempt attempt(ResultSet rs, ClaimKey claim) throws SQLException {
        return new DeliveryAttempt(
                new Revision(claim.editionId(), rs.getInt("revision")),
                rs.getLong("id"),
                rs.getInt("attempts") + 1,
                instant(rs, "first_attempt_at").orElseGet(clock::instant));
    }

    /** What was deferred is no longer its batch's business. */
    private static boolean isSettled(ResultSet rs, ClaimKey claim) throws SQLException {
        var delivery = rs.getString("delivery_status");
        return delivery != null && (claim.ofBatch() || !delivery.equals(DeliveryStatus.DEFERRED.word()));
    }

    private Eligibility consent(ResultSet rs, ClaimKey claim) throws SQLException {
        var status = Status.of(rs.getString("status"));
        var suppressed = rs.getString("suppressed");
        if (suppressed != null) {
            return isSince(rs, "suppressed_at") || !claim.ofBatch()
                    ? new Left(OutcomeKind.SUPPRESSED, "suppressed: " + suppressed, attempt(rs, claim))
                    : new Settled();
        }
        if (status != Status.ACTIVE) {
            return left(rs, claim, status, isSince(rs, "changed_at"));
        }
        return rs.getBoolean("subscribed")
                ? inTime(rs, claim)
                : left(rs, claim, Status.UNSUBSCRIBED, rs.getBoolean("left_since"));
    }

    private Eligibility inTime(ResultSet rs, ClaimKey claim) throws SQLException {
        return isTooLate(rs)
                ? new Left(
                        OutcomeKind.TOO_LATE,
                        "it was past the time until which the newsletter is sent",
                        attempt(rs, claim))
                : new Wanted(reader(rs), attempt(rs, claim), new NewsletterKey(rs.getString("newsletter_key")));
    }

    /** Whoever had left before the freeze was not in the audience: nothing is to be said of them. */
    private Eligibility left(ResultSet rs, ClaimKey claim, Status status, boolean sinceFreeze) throws SQLException {
        return sinceFreeze || !claim.ofBatch()
                ? new Left(new OutcomeKind(status.word()), status.word(), attempt(rs, claim))
                : new Settled();
    }

    private boolean isTooLate(ResultSet rs) throws SQLException {
        return instant(rs, "send_until")
                .filter(until -> !clock.instant().isBefore(until))
                .isPresent();
    }

    private static boolean isSince(ResultSet rs, String column) throws SQLException {
        return !instant(rs, column)
                .orElseThrow()
                .isBefore(instant(rs, "frozen_at").orElse(Instant.MIN));
    }

    private static Reader reader(ResultSet rs) throws SQLException {
        var sections = rs.getString("sections");
        return new Reader(
                rs.getLong("id"),
                rs.getString("email"),
                rs.getString("name"),
                rs.getString("language"),
                sections == null || sections.isBlank() ? List.of() : List.of(sections.split(";")));
    }

    private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(instantIfAny(rs, column));
    }
}
