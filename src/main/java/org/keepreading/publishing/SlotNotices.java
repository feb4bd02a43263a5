package org.keepreading.publishing;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import org.keepreading.address.NewsletterKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told about each slot, so that it is told once, however many nodes there are. */
@Repository
class SlotNotices {
    private final JdbcClient jdbc;
    private final Clock clock;

    SlotNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isTold(NewsletterKey newsletter, Instant slot, String kind) {
        return jdbc.sql("""
                        select exists (select 1 from slot_notice
                                       where newsletter_key = :newsletter and slot = :slot and kind = :kind)""")
                .param("newsletter", newsletter.value())
                .param("slot", slot.atOffset(UTC))
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

    /** Whether it is ours to tell: nobody has, and nobody else will. */
    boolean take(NewsletterKey newsletter, Instant slot, String kind) {
        try {
            return !isTold(newsletter, slot, kind) && insert(newsletter, slot, kind) > 0;
        } catch (DuplicateKeyException anotherNodeTellsIt) {
            return false;
        }
    }

    /** It could not be told: whoever comes next tries again. */
    void giveBack(NewsletterKey newsletter, Instant slot, String kind) {
        jdbc.sql("delete from slot_notice where newsletter_key = :newsletter and slot = :slot and kind = :kind")
                .param("newsletter", newsletter.value())
                .param("slot", slot.atOffset(UTC))
                .param("kind", kind)
                .update();
    }

    private int insert(NewsletterKey newsletter, Instant slot, String kind) {
        return jdbc.sql("""
                        insert into slot_notice (newsletter_key, slot, kind, told_at)
                        values (:newsletter, :slot, :kind, :now)""")
                .param("newsletter", newsletter.value())
                .param("slot", slot.atOffset(UTC))
                .param("kind", kind)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }
}
