package org.keepreading.edition;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.TeaserRows;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The teasers that a newsletter may carry in a slot, and those that it may not. */
@Repository
class Candidates {
    /** Of one section; who has that many in reserve misses none of the others. */
    private static final int MOST = 200;

    private static final int MOST_LEFT_OUT = 200;
    private static final Duration LATELY = Duration.ofDays(14);
    private static final Instant NO_AGE_LIMIT = Instant.parse("0001-01-01T00:00:00Z");

    /** What the newsletter's editions carry; one that was cancelled before anybody got it carries nothing. */
    private static final String CARRIED = """
            with carried as (
              select edition_teaser.teaser_id, edition_teaser.article, edition.slot
              from edition_teaser join edition on edition.id = edition_teaser.edition_id
              where edition.newsletter_key = :newsletter
                and (edition.status <> 'cancelled' or exists (
                       select 1 from delivery where delivery.edition_id = edition.id and delivery.status = 'sent'))
            )
            """;

    /** The teaser is known by its id too: an article whose address was corrected stays the same one. */
    private static final String FIT = """
            (teaser.hidden_at is null and teaser.published_at <= :slot and teaser.aged_from >= :oldest
             and not exists (select 1 from carried where carried.article = teaser.article)
             and not exists (select 1 from carried where carried.teaser_id = teaser.id))
            """;

    private static final String EDITORS_ORDER =
            "case when teaser.pinned_at is null then 1 else 0 end, teaser.pinned_at, teaser.published_at desc, teaser.id";

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those it may carry, of all its sections: the pinned ones in the order in which they were pinned, then the newest first. */
    List<Teaser> fit(Newsletter newsletter, Instant slot) {
        var sql = CARRIED + TeaserRows.SELECT + """
                where teaser.id in (
                  select id from (
                    select teaser.id, row_number() over (partition by teaser.section_key order by %s) as place
                    from teaser where teaser.section_key in (:sections) and %s) fit
                  where place <= :most)
                order by %s""".formatted(EDITORS_ORDER, FIT, EDITORS_ORDER);
        return ask(sql, newsletter, slot)
                .param("most", MOST)
                .query(TeaserRows::read)
                .list();
    }

    /** Those of the last days, or to come, that it may not carry; the newest first. */
    List<Teaser> unfit(Newsletter newsletter, Instant slot) {
        var sql = CARRIED + TeaserRows.SELECT + """
                where teaser.section_key in (:sections) and teaser.published_at >= :lately and not %s
                order by teaser.published_at desc, teaser.id
                fetch first :most rows only""".formatted(FIT);
        return ask(sql, newsletter, slot)
                .param("lately", slot.minus(LATELY).atOffset(UTC))
                .param("most", MOST_LEFT_OUT)
                .query(TeaserRows::read)
                .list();
    }

    /** Which of the teasers the newsletter has carried, and in which slot last, by teaser. */
    Map<Long, Instant> carried(Newsletter newsletter, List<Teaser> teasers) {
        var slots = new HashMap<Long, Instant>();
        if (!teasers.isEmpty()) {
            jdbc.sql(CARRIED + """
                            select teaser.id, max(carried.slot) as slot
                            from teaser join carried on carried.article = teaser.article or carried.teaser_id = teaser.id
                            where teaser.id in (:teasers)
                            group by teaser.id""")
                    .param("newsletter", newsletter.key().value())
                    .param("teasers", teasers.stream().map(Teaser::id).toList())
                    .query((RowCallbackHandler) rs -> slots.put(
                            rs.getLong("id"),
                            rs.getObject("slot", OffsetDateTime.class).toInstant()));
        }
        return slots;
    }

    private StatementSpec ask(String sql, Newsletter newsletter, Instant slot) {
        return jdbc.sql(sql)
                .param("newsletter", newsletter.key().value())
                .param(
                        "sections",
                        newsletter.sections().stream()
                                .map(plan -> plan.key().value())
                                .toList())
                .param("slot", slot.atOffset(UTC))
                .param("oldest", oldest(newsletter, slot).atOffset(UTC));
    }

    /** What was published, or arrived late, before this is too old. */
    static Instant oldest(Newsletter newsletter, Instant slot) {
        var maxAge = newsletter.maxAge();
        return maxAge == null ? NO_AGE_LIMIT : slot.minus(maxAge);
    }
}
