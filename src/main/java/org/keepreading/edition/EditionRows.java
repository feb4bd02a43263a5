package org.keepreading.edition;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.teaser.Teaser;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Writes what is kept of an edition, row by row; the caller sees to it that all or nothing stays. */
final class EditionRows {
    private static final String FILES = """
            select file, content from edition_template
            where edition_id = :id and exists (select 1 from edition where id = :id and revision = :revision)
            union all
            select file, content from edition_revision_template where edition_id = :id and revision = :revision""";

    private static final List<String> KEEP = List.of("""
            insert into edition_revision (edition_id, revision, newsletter, content)
            select id, revision, newsletter, content from edition where id = :id and revision = :revision""", """
            insert into edition_revision_template (edition_id, revision, file, content)
            select edition_id, cast(:revision as int), file, content from edition_template where edition_id = :id""");

    private final JdbcClient jdbc;
    private final Clock clock;

    EditionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long frozen(Edition edition, Cause cause) {
        var now = clock.instant();
        var end = edition.newsletter().endOf(cause == Cause.HAND ? now : edition.slot());
        return put(row(edition.newsletter(), edition.slot(), cause, EditionStatus.SENDING)
                .addValue("content", FrozenContent.write(edition))
                .addValue("headline", edition.headline().orElse(null))
                .addValue("frozenAt", now.atOffset(UTC))
                .addValue("sendUntil", end.map(it -> it.atOffset(UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE));
    }

    long planned(Newsletter newsletter, Instant slot) {
        return insert(row(newsletter, slot, Cause.PLAN, EditionStatus.PLANNED));
    }

    long skipped(Newsletter newsletter, Instant slot, Cause cause, String reason) {
        return put(row(newsletter, slot, cause, EditionStatus.SKIPPED).addValue("reason", reason));
    }

    long stopped(Newsletter newsletter, Instant slot, Cause cause, String reason) {
        return put(row(newsletter, slot, cause, EditionStatus.STOPPED).addValue("reason", reason));
    }

    long missed(Newsletter newsletter, Instant slot, Cause cause, String reason) {
        return put(row(newsletter, slot, cause, EditionStatus.MISSED).addValue("reason", reason));
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
                .addValue("headline", null)
                .addValue("frozenAt", null, Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("sendUntil", null, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** What was planned for the slot, or stopped at it, becomes what it now is; else it is new. */
    private long put(MapSqlParameterSource row) {
        return waiting(row).filter(id -> begin(row, id)).orElseGet(() -> unplanned(row));
    }

    /** One that was stopped is missed by nobody: it is taken up by hand. */
    private Optional<Long> waiting(MapSqlParameterSource row) {
        return jdbc.sql("""
                        select id from edition
                        where newsletter_key = :key and slot = :slot
                          and (status = 'planned' or status = 'stopped' and :status <> 'missed')""").paramSource(row).query(Long.class).optional();
    }

    /**
     * Whether it was still waiting: somebody may have begun it, or taken it back, just now. The cause of one that was stopped
     * stays, so that the schedule has its result.
     */
    private boolean begin(MapSqlParameterSource row, long id) {
        row.addValue("id", id);
        var begun = jdbc.sql("""
                        update edition set cause = case when status = 'stopped' then cause else :cause end, status = :status,
                          reason = :reason, newsletter = :newsletter, content = :content, headline = :headline,
                          frozen_at = :frozenAt, send_until = :sendUntil
                        where id = :id and status in ('planned', 'stopped')""").paramSource(row).update();
        if (begun > 0) {
            jdbc.sql("delete from edition_candidate where edition_id = :id")
                    .paramSource(row)
                    .update();
        }
        return begun > 0;
    }

    private long unplanned(MapSqlParameterSource row) {
        if (Cause.PLAN.word().equals(row.getValue("cause"))) {
            throw new PlanTakenBack();
        }
        return insert(row);
    }

    private long insert(MapSqlParameterSource row) {
        var id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into edition (newsletter_key, slot, cause, status, reason, newsletter, content, headline,
                          frozen_at, send_until)
                        values (:key, :slot, :cause, :status, :reason, :newsletter, :content, :headline, :frozenAt, :sendUntil)""").paramSource(row).update(id, "id");
        return requireNonNull(id.getKeyAs(Long.class));
    }

    /** What a revision carries, why, and in which template. */
    void add(Revision revision, Selection selection, TemplateFiles files) {
        teasers(revision, selection.edition().teasers());
        candidates(revision, selection.candidates());
        template(revision.editionId(), files);
    }

    /** Whether the revision says what this edition in this template says. */
    boolean isSame(Revision revision, Edition edition, TemplateFiles files) {
        var same = jdbc.sql("""
                        select count(*) from edition
                        where id = :id and revision = :revision and content = :content and newsletter = :newsletter""")
                .param("id", revision.editionId())
                .param("revision", revision.number())
                .param("content", FrozenContent.write(edition))
                .param("newsletter", NewsletterFile.write(edition.newsletter()))
                .query(Long.class)
                .single();
        return same > 0 && files(revision).equals(files.files());
    }

    /** Keeps what the edition was, and makes it what it is to be. */
    void amend(Revision before, Selection selection, TemplateFiles files) {
        KEEP.forEach(sql -> of(before, sql).update());
        jdbc.sql("delete from edition_template where edition_id = :id")
                .param("id", before.editionId())
                .update();
        jdbc.sql("""
                        update edition set revision = :next, newsletter = :newsletter, content = :content, headline = :headline
                        where id = :id""")
                .param("next", before.number() + 1)
                .param("newsletter", NewsletterFile.write(selection.edition().newsletter()))
                .param("content", FrozenContent.write(selection.edition()))
                .param("headline", selection.edition().headline().orElse(null), Types.VARCHAR)
                .param("id", before.editionId())
                .update();
        add(new Revision(before.editionId(), before.number() + 1), selection, files);
    }

    Map<String, String> files(Revision revision) {
        var files = new HashMap<String, String>();
        of(revision, FILES).query((RowCallbackHandler) rs -> files.put(rs.getString("file"), rs.getString("content")));
        return files;
    }

    private StatementSpec of(Revision revision, String sql) {
        return jdbc.sql(sql).param("id", revision.editionId()).param("revision", revision.number());
    }

    private int positions(Revision revision, String table) {
        return jdbc.sql("select coalesce(max(position), 0) from " + table + " where edition_id = :id")
                .param("id", revision.editionId())
                .query(Integer.class)
                .single();
    }

    private void teasers(Revision revision, List<Teaser> teasers) {
        var position = positions(revision, "edition_teaser");
        for (var teaser : teasers) {
            jdbc.sql("""
                            insert into edition_teaser (edition_id, revision, position, teaser_id, article)
                            values (:id, :revision, :position, :teaser, :article)""")
                    .param("id", revision.editionId())
                    .param("revision", revision.number())
                    .param("position", ++position)
                    .param("teaser", teaser.id())
                    .param("article", teaser.article())
                    .update();
        }
    }

    void candidates(Revision revision, List<Candidate> candidates) {
        var position = positions(revision, "edition_candidate");
        for (var candidate : candidates) {
            jdbc.sql("""
                            insert into edition_candidate
                              (edition_id, revision, position, teaser_id, section_key, headline, picked, reason)
                            values (:id, :revision, :position, :teaser, :section, :headline, :picked, :reason)""")
                    .param("id", revision.editionId())
                    .param("revision", revision.number())
                    .param("position", ++position)
                    .param("teaser", candidate.teaser().id())
                    .param("section", candidate.teaser().section().value())
                    .param("headline", candidate.teaser().headline())
                    .param("picked", candidate.picked())
                    .param("reason", candidate.reason())
                    .update();
        }
    }

    private void template(long id, TemplateFiles files) {
        files.files()
                .forEach((file, content) -> jdbc.sql(
                                "insert into edition_template (edition_id, file, content) values (:id, :file, :content)")
                        .param("id", id)
                        .param("file", file)
                        .param("content", content)
                        .update());
    }
}
