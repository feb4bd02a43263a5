package org.keepreading.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.keepreading.delivery.Standing.Left;
import org.keepreading.delivery.Standing.Settled;
import org.keepreading.delivery.Standing.Stopped;
import org.keepreading.delivery.Standing.Wanted;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Revision;
import org.keepreading.subscriber.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subscribers at the moment when their message would leave: consent is checked last. */
@Repository
class Readers {
    private static final String MOMENT = """
            select subscriber.id, subscriber.email, subscriber.name, subscriber.language, subscriber.sections,
              subscriber.status, subscriber.changed_at,
              edition.status as edition_status, edition.frozen_at, edition.revision,
              edition.newsletter_key, edition.send_until,
              delivery.status as delivery_status, delivery.attempts,
              deferral.first_attempt_at, deferral.lease_owner as deferral_owner,
              batch.lease_owner as batch_owner,
              suppression.reason as suppressed, suppression.since as suppressed_at,
              exists (select 1 from audience_list join subscription on subscription.list_key = audience_list.list_key
                      where audience_list.edition_id = edition.id and subscription.subscriber_id = subscriber.id
                        and subscription.id <= edition.audience_until and subscription.ended_at is null) as subscribed,
              exists (select 1 from audience_list join subscription on subscription.list_key = audience_list.list_key
                      where audience_list.edition_id = edition.id and subscription.subscriber_id = subscriber.id
                        and subscription.id <= edition.audience_until
                        and subscription.ended_at >= edition.frozen_at) as left_since
            from subscriber
            join edition on edition.id = :edition
            left join batch on batch.id = :batch
            left join delivery on delivery.edition_id = :edition and delivery.subscriber_id = subscriber.id
            left join deferral on deferral.edition_id = :edition and deferral.subscriber_id = subscriber.id
            left join suppression on suppression.email_key = subscriber.email_key
            where subscriber.id = :subscriber""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Readers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty: the subscriber was erased. */
    Optional<Moment> moment(ClaimKey claim, long subscriberId) {
        return jdbc.sql(MOMENT)
                .param("edition", claim.editionId())
                .param("batch", claim.batchId())
                .param("subscriber", subscriberId)
                .query((rs, row) -> new Moment(standing(rs, claim), attempt(rs, claim), rs.getString("newsletter_key")))
                .optional();
    }

    private Attempt attempt(ResultSet rs, ClaimKey claim) throws SQLException {
        return new Attempt(
                new Revision(claim.editionId(), rs.getInt("revision")),
                rs.getLong("id"),
                rs.getInt("attempts") + 1,
                instant(rs, "first_attempt_at").orElseGet(clock::instant));
    }

    private Standing standing(ResultSet rs, ClaimKey claim) throws SQLException {
        if (isSettled(rs, claim)) {
            return new Settled();
        }
        var owner = rs.getString(claim.ofBatch() ? "batch_owner" : "deferral_owner");
        var sending = rs.getString("edition_status").equals(EditionStatus.SENDING.word());
        return sending && claim.owner().equals(owner) ? consent(rs, claim) : new Stopped();
    }

    /** What was deferred is no longer its batch's business. */
    private static boolean isSettled(ResultSet rs, ClaimKey claim) throws SQLException {
        var delivery = rs.getString("delivery_status");
        return delivery != null && (claim.ofBatch() || !delivery.equals(DeliveryStatus.DEFERRED.word()));
    }

    private Standing consent(ResultSet rs, ClaimKey claim) throws SQLException {
        var status = Status.of(rs.getString("status"));
        if (rs.getString("suppressed") != null) {
            return left(claim, "suppressed: " + rs.getString("suppressed"), since(rs, "suppressed_at"));
        }
        if (status != Status.ACTIVE) {
            return left(claim, status.word(), since(rs, "changed_at"));
        }
        if (rs.getBoolean("subscribed")) {
            return isTooLate(rs)
                    ? new Left("it was past the time until which the newsletter is sent")
                    : new Wanted(reader(rs));
        }
        return left(claim, Status.UNSUBSCRIBED.word(), rs.getBoolean("left_since"));
    }

    private boolean isTooLate(ResultSet rs) throws SQLException {
        return instant(rs, "send_until")
                .filter(until -> !clock.instant().isBefore(until))
                .isPresent();
    }

    /** Whoever had left before the freeze was not in the audience: nothing is to be said of them. */
    private static Standing left(ClaimKey claim, String reason, boolean sinceFreeze) {
        return sinceFreeze || !claim.ofBatch() ? new Left(reason) : new Settled();
    }

    private static boolean since(ResultSet rs, String column) throws SQLException {
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
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
