package org.keepreading.edition;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.teaser.Teaser;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Writes what is kept of an edition, row by row; the caller sees to it that all or nothing stays. */
final class EditionRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    EditionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long frozen(Edition edition, Cause cause) {
        return insert(row(edition.newsletter(), edition.slot(), cause, EditionStatus.SENDING)
                .addValue("content", FrozenContent.write(edition))
                .addValue("frozenAt", clock.instant().atOffset(UTC)));
    }

    long unsent(Newsletter newsletter, Instant slot, Cause cause, EditionStatus status, String reason) {
        return insert(row(newsletter, slot, cause, status).addValue("reason", reason));
    }

    private static MapSqlParameterSource row(Newsletter newsletter, Instant slot, Cause cause, EditionStatus status) {
        return new MapSqlParameterSource()
                .addValue("key", newsletter.key().value())
                .addValue("slot", slot.atOffset(UTC))
                .addValue("cause", cause.word())
                .addValue("status", status.word())
                .addValue("newsletter", NewsletterFile.write(newsletter))
                .addValue("reason", null)
                .addValue("content", null)
                .addValue("frozenAt", null, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private long insert(MapSqlParameterSource row) {
        var id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into edition (newsletter_key, slot, cause, status, reason, newsletter, content, frozen_at)
                        values (:key, :slot, :cause, :status, :reason, :newsletter, :content, :frozenAt)""").paramSource(row).update(id, "id");
        return requireNonNull(id.getKeyAs(Long.class));
    }

    void teasers(long id, List<Teaser> teasers) {
        var position = 0;
        for (var teaser : teasers) {
            jdbc.sql("""
                            insert into edition_teaser (edition_id, position, teaser_id, article)
                            values (:id, :position, :teaser, :article)""")
                    .param("id", id)
                    .param("position", ++position)
                    .param("teaser", teaser.id())
                    .param("article", teaser.url().identity())
                    .update();
        }
    }

    void candidates(long id, List<Candidate> candidates) {
        var position = 0;
        for (var candidate : candidates) {
            jdbc.sql("""
                            insert into edition_candidate (edition_id, position, teaser_id, section_key, headline, picked, reason)
                            values (:id, :position, :teaser, :section, :headline, :picked, :reason)""")
                    .param("id", id)
                    .param("position", ++position)
                    .param("teaser", candidate.teaser().id())
                    .param("section", candidate.teaser().section().value())
                    .param("headline", candidate.teaser().headline())
                    .param("picked", candidate.picked())
                    .param("reason", candidate.reason())
                    .update();
        }
    }

    void template(long id, TemplateFiles files) {
        files.files()
                .forEach((file, content) -> jdbc.sql(
                                "insert into edition_template (edition_id, file, content) values (:id, :file, :content)")
                        .param("id", id)
                        .param("file", file)
                        .param("content", content)
                        .update());
    }
}
