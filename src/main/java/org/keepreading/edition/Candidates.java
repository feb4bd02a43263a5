package org.keepreading.edition;

import static java.time.ZoneOffset.UTC;
import static org.keepreading.row.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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

    /**
     * What the newsletter carries in other slots, unless nobody got it: the edition was cancelled, or amended, before. Each
     * use looks up a teaser by one index: as a common table expression, or with "or", H2 walks through every edition for every teaser.
     */
    private static final String CARRIED = """
            edition_teaser sent join edition on edition.id = sent.edition_id
              and edition.newsletter_key = :newsletter and edition.slot <> :slot
              and (edition.status <> 'cancelled' and sent.revision = edition.revision
                   or exists (select 1 from edition_reached reached where reached.edition_id = edition.id
                                and reached.revision = sent.revision))
            """;

    /** The teaser is known by its id too: an article whose address was corrected stays the same one. */
    private static final String FIT = """
            (not %2$s and teaser.published_at <= :slot and teaser.aged_from >= :oldest
             and not exists (select 1 from %1$s where sent.article = teaser.article)
             and not exists (select 1 from %1$s where sent.teaser_id = teaser.id))
            """.formatted(CARRIED, TeaserRows.HIDDEN);

    private static final String EDITORS_ORDER =
            "case when teaser.pinned_at is null then 1 else 0 end, teaser.pinned_at, teaser.published_at desc, teaser.id";

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those it may carry, of all its sections: the pinned ones in the order in which they were pinned, then the newest first. */
    List<Teaser> fit(Newsletter newsletter, Instant slot) {
        var ids = fitIds(newsletter, slot);
        return ids.isEmpty() ? List.of() : inEditorsOrder(ids);
    }

    /** By themselves, for H2 would rank the section anew for each teaser that it joins. */
    private List<Long> fitIds(Newsletter newsletter, Instant slot) {
        var sql = """
                select id from (
                  select teaser.id, row_number() over (partition by teaser.section_key order by %s) as place
                  from teaser where teaser.section_key in (:sections) and %s) fit
                where place <= :most""".formatted(EDITORS_ORDER, FIT);
        return ask(sql, newsletter, slot).param("most", MOST).query(Long.class).list();
    }

    private List<Teaser> inEditorsOrder(List<Long> ids) {
        return jdbc.sql(TeaserRows.SELECT + "where teaser.id in (:ids) order by " + EDITORS_ORDER)
                .param("ids", ids)
                .query(TeaserRows::read)
                .list();
    }

    /** Those of the last days, or to come, that it may not carry; the newest first. */
    List<Teaser> unfit(Newsletter newsletter, Instant slot) {
        var sql = TeaserRows.SELECT + """
                where teaser.section_key in (:sections) and teaser.published_at >= :lately and not %s
                order by teaser.published_at desc, teaser.id
                fetch first :most rows only""".formatted(FIT);
        return ask(sql, newsletter, slot)
                .param("lately", slot.minus(LATELY).atOffset(UTC))
                .param("most", MOST_LEFT_OUT)
                .query(TeaserRows::read)
                .list();
    }

    /** Which of the teasers the newsletter has carried in other slots, and in which last, by teaser. */
    Map<Long, Instant> carried(Newsletter newsletter, Instant slot, List<Teaser> teasers) {
        var slots = new HashMap<Long, Instant>();
        if (!teasers.isEmpty()) {
            jdbc.sql("""
                            select teaser.id, edition.slot from teaser join %1$s on sent.article = teaser.article
                            where teaser.id in (:teasers)
                            union
                            select teaser.id, edition.slot from teaser join %1$s on sent.teaser_id = teaser.id
                            where teaser.id in (:teasers)""".formatted("(" + CARRIED + ")"))
                    .param("newsletter", newsletter.key().value())
                    .param("slot", slot.atOffset(UTC))
                    .param("teasers", teasers.stream().map(Teaser::id).toList())
                    .query((RowCallbackHandler) rs -> slots.merge(rs.getLong("id"), slot(rs), Candidates::later));
        }
        return slots;
    }

    private static Instant slot(ResultSet rs) throws SQLException {
        return instant(rs, "slot");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
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
