package org.keepreading.edition;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.keepreading.address.NewsletterKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The slots that somebody planned by hand, until they are published or taken back. */
@Repository
public class Plans {
    private final JdbcClient jdbc;

    public Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those whose time has come, the oldest slot first. */
    public List<Issue> due(Instant now) {
        return jdbc.sql(Editions.ISSUE + "where status = 'planned' and slot <= :now order by slot, id")
                .param("now", now.atOffset(UTC))
                .query(Editions::toIssue)
                .list();
    }

    /** What is planned of the newsletter, the next first. */
    public List<Issue> of(NewsletterKey newsletter) {
        return jdbc.sql(Editions.ISSUE + "where status = 'planned' and newsletter_key = :newsletter order by slot, id")
                .param("newsletter", newsletter.value())
                .query(Editions::toIssue)
                .list();
    }

    /** The newsletter's first planned slot after {@code after}. */
    public Optional<Instant> next(NewsletterKey newsletter, Instant after) {
        return jdbc.sql("""
                        select slot from edition
                        where status = 'planned' and newsletter_key = :newsletter and slot > :after
                        order by slot limit 1""")
                .param("newsletter", newsletter.value())
                .param("after", after.atOffset(UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Slots that were planned, whatever became of them, from {@code from} (inclusive) to {@code to} (exclusive), in order. */
    public List<Instant> slots(NewsletterKey newsletter, Instant from, Instant to) {
        return jdbc
                .sql("""
                        select slot from edition
                        where cause = 'plan' and newsletter_key = :newsletter and slot >= :from and slot < :to
                        order by slot""")
                .param("newsletter", newsletter.value())
                .param("from", from.atOffset(UTC))
                .param("to", to.atOffset(UTC))
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    /** Whether it was still planned; then the slot is as free as before. */
    public boolean takeBack(long id) {
        return jdbc.sql("delete from edition where id = :id and status = 'planned'")
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Records that nobody can publish it any more; nothing happens where it is not planned. */
    public void miss(long id, String reason) {
        jdbc.sql("update edition set status = 'missed', reason = :reason where id = :id and status = 'planned'")
                .param("reason", reason)
                .param("id", id)
                .update();
    }
}
