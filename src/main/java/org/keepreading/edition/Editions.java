package org.keepreading.edition;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static org.keepreading.row.Columns.instant;
import static org.keepreading.row.Columns.instantIfAny;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import org.keepreading.address.SectionKey;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What became of each slot, and the editions frozen with their teasers' text and their template's files. */
@Repository
public class Editions {
    static final String ISSUE = """
            select id, newsletter_key, slot, cause, status, reason, frozen_at, audience, audience_until, sent_at, tried_at,
              revision
            from edition
            """;

    private static final List<String> PUBLIC = Arrays.stream(EditionStatus.values())
            .filter(EditionStatus::isPublic)
            .map(EditionStatus::word)
            .toList();

    private static final int FIRST = 1;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EditionRows rows;

    public Editions(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = new EditionRows(jdbc, clock);
    }

    /**
     * Keeps a selection as the slot's edition, to be sent; one that was stopped becomes it. Joins the caller's transaction, where there is one.
     *
     * @throws SlotTaken where the slot has its edition already
     */
    public Issue freeze(Selection selection, TemplateFiles files, Cause cause) {
        return recorded(selection.edition().newsletter(), selection.edition().slot(), () -> {
            var id = rows.frozen(selection.edition(), cause);
            rows.add(new Revision(id, FIRST), selection, files);
            return id;
        });
    }

    /**
     * Corrects a paused edition: whoever has not got it gets this selection in this template. Nothing happens where it says
     * the same as it does now.
     *
     * @throws AmendRefused where it is not paused, or somebody else was faster
     * @throws EditionOver where there is nothing left to amend
     */
    public Issue amend(Issue issue, Selection selection, TemplateFiles files) {
        transaction.executeWithoutResult(status -> {
            checkAmendable(issue, lock(issue.id()));
            if (!rows.isSame(issue.current(), selection.edition(), files)) {
                rows.amend(issue.current(), selection, files);
            }
        });
        return get(issue.id());
    }

    private static void checkAmendable(Issue before, Issue now) {
        if (now.status().isOver()) {
            throw new EditionOver(now, "amend");
        }
        if (now.status() != EditionStatus.PAUSED && before.status() != EditionStatus.PAUSED) {
            throw AmendRefused.notStopped(now);
        }
        if (now.status() != EditionStatus.PAUSED || now.revision() != before.revision()) {
            throw AmendRefused.amendedMeanwhile(now);
        }
    }

    /** The edition as it stands until the caller's transaction ends. By an update, as that lets outcomes be written meanwhile. */
    public Issue lock(long id) {
        jdbc.sql("update edition set status = status where id = :id")
                .param("id", id)
                .update();
        return get(id);
    }

    /**
     * Records that the slot has no edition, as there was too little to send.
     *
     * @throws SlotTaken where the slot has its edition already
     */
    public Issue skip(Newsletter newsletter, Instant slot, Cause cause, String reason, List<Candidate> candidates) {
        return recorded(newsletter, slot, () -> {
            var id = rows.skipped(newsletter, slot, cause, reason);
            rows.candidates(new Revision(id, FIRST), candidates);
            return id;
        });
    }

    /**
     * Records that the slot has no edition, as nobody was there to send it in time.
     *
     * @throws SlotTaken where the slot has its edition already
     */
    public Issue miss(Newsletter newsletter, Instant slot, Cause cause, String reason) {
        return recorded(newsletter, slot, () -> rows.missed(newsletter, slot, cause, reason));
    }

    /**
     * Records that preflight let nothing of the slot out, or why it still does not.
     *
     * @throws SlotTaken where the slot has its edition already
     */
    public Issue stop(Newsletter newsletter, Instant slot, Cause cause, String reason, List<Candidate> candidates) {
        return recorded(newsletter, slot, () -> {
            var id = rows.stopped(newsletter, slot, cause, reason);
            rows.candidates(new Revision(id, FIRST), candidates);
            return id;
        });
    }

    /** The newsletter's slots that preflight stopped, and that nobody took up since, the newest first. */
    public List<Issue> stopped(NewsletterKey newsletter) {
        return jdbc.sql(ISSUE + "where newsletter_key = :newsletter and status = 'stopped' order by slot desc")
                .param("newsletter", newsletter.value())
                .query(Editions::toIssue)
                .list();
    }

    public Optional<Issue> find(NewsletterKey newsletter, Instant slot) {
        return jdbc.sql(ISSUE + "where newsletter_key = :newsletter and slot = :slot")
                .param("newsletter", newsletter.value())
                .param("slot", slot.atOffset(UTC))
                .query(Editions::toIssue)
                .optional();
    }

    public Optional<Issue> find(long id) {
        return jdbc.sql(ISSUE + "where id = :id")
                .param("id", id)
                .query(Editions::toIssue)
                .optional();
    }

    /** @throws IllegalArgumentException where there is none of this id */
    public Issue get(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
                "There is no edition " + id + ". \"editions list\" shows those there are."));
    }

    /** The newest slot's; one that is only planned where the newsletter has no other. */
    public Optional<Issue> newest(NewsletterKey newsletter) {
        return jdbc.sql(ISSUE + """
                        where newsletter_key = :newsletter
                        order by case when status = 'planned' then 1 else 0 end, slot desc limit 1""")
                .param("newsletter", newsletter.value())
                .query(Editions::toIssue)
                .optional();
    }

    /**
     * Keeps that the slot is to be published when it comes.
     *
     * @throws SlotTaken where it is planned, or has its edition, already
     */
    public Issue plan(Newsletter newsletter, Instant slot) {
        return recorded(newsletter, slot, () -> rows.planned(newsletter, slot));
    }

    /** The newest slots first, of all newsletters. */
    public List<Issue> list(int atMost) {
        return jdbc.sql(ISSUE + "order by slot desc, id desc limit :atMost")
                .param("atMost", atMost)
                .query(Editions::toIssue)
                .list();
    }

    /** The newest slots first. */
    public List<Issue> list(NewsletterKey newsletter, int atMost) {
        return jdbc.sql(ISSUE + "where newsletter_key = :newsletter order by slot desc limit :atMost")
                .param("newsletter", newsletter.value())
                .param("atMost", atMost)
                .query(Editions::toIssue)
                .list();
    }

    /**
     * The editions that readers get, or read on the web, with the article in them; among the latest headlines it is looked for
     * where an edition is still to leave. The newest slots first.
     *
     * @param article {@link org.keepreading.teaser.ArticleUrl#identity}
     */
    public List<Issue> showing(String article) {
        return Stream.concat(carrying(article).stream(), unfinished().filter(issue -> lists(issue, article)))
                .distinct()
                .sorted(Comparator.comparing(Issue::slot).reversed().thenComparing(Issue::id))
                .toList();
    }

    private List<Issue> carrying(String article) {
        return jdbc.sql(ISSUE + """
                        where status in ('sending', 'paused', 'sent') and exists (
                          select 1 from edition_teaser carried where carried.edition_id = edition.id
                            and carried.revision = edition.revision and carried.article = :article)""")
                .param("article", article)
                .query(Editions::toIssue)
                .list();
    }

    private Stream<Issue> unfinished() {
        return jdbc.sql(ISSUE + "where status in ('sending', 'paused')").query(Editions::toIssue).list().stream();
    }

    private boolean lists(Issue issue, String article) {
        return edition(issue.id()).latest().stream()
                .anyMatch(teaser -> teaser.article().equals(article));
    }

    /** Those that anybody may read, the newest first. */
    public List<Published> published(NewsletterKey newsletter, int atMost) {
        return jdbc.sql("""
                        select slot, headline from edition where newsletter_key = :newsletter and status in (:public)
                        order by slot desc limit :atMost""")
                .param("newsletter", newsletter.value())
                .param("public", PUBLIC)
                .param("atMost", atMost)
                .query((rs, row) -> new Published(newsletter, instant(rs, "slot"), rs.getString("headline")))
                .list();
    }

    /** The newest slot that came by schedule, whatever became of it. */
    public Optional<Instant> lastScheduled(NewsletterKey newsletter) {
        return jdbc.sql("""
                        select slot from edition where newsletter_key = :newsletter and cause = 'schedule'
                        order by slot desc limit 1""")
                .param("newsletter", newsletter.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Those whose deliveries are not done, the oldest slot first. */
    public List<Issue> sending() {
        return jdbc.sql(ISSUE + "where status = 'sending' order by slot, id")
                .query(Editions::toIssue)
                .list();
    }

    /** One that is being sent or is paused, the oldest slot first. */
    public Optional<Issue> unfinished(NewsletterKey newsletter) {
        return jdbc.sql(
                        ISSUE
                                + "where newsletter_key = :newsletter and status in ('sending', 'paused') order by slot, id limit 1")
                .param("newsletter", newsletter.value())
                .query(Editions::toIssue)
                .optional();
    }

    /**
     * The edition's newest revision.
     *
     * @throws IllegalArgumentException where there is none of this id, or its slot was skipped or missed
     */
    public Edition edition(long id) {
        return edition(get(id).current());
    }

    /**
     * The edition as it was frozen, or amended.
     *
     * @throws IllegalArgumentException where there is none of this id, or its slot was skipped or missed
     */
    public Edition edition(Revision revision) {
        var issue = get(revision.editionId());
        return jdbc.sql("""
                        select newsletter, content from edition
                        where id = :id and revision = :revision and content is not null
                        union all
                        select newsletter, content from edition_revision
                        where edition_id = :id and revision = :revision""")
                .param("id", revision.editionId())
                .param("revision", revision.number())
                .query((rs, row) -> toEdition(issue, rs))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("Edition %d was %s: it has no content."
                        .formatted(issue.id(), issue.status().word())));
    }

    /** The template as it was when the edition was frozen, or amended. */
    public TemplateFiles template(Revision revision) {
        return new TemplateFiles(edition(revision).newsletter().template(), rows.files(revision));
    }

    /** Which teasers were considered, the picked ones first, in the edition's order. */
    public List<Verdict> candidates(long id) {
        return jdbc.sql("""
                        select teaser_id, section_key, headline, picked, reason from edition_candidate
                        where edition_id = :id
                          and revision = (select revision from edition where id = :id)
                        order by position""").param("id", id).query(Editions::toVerdict).list();
    }

    /**
     * Keeps whom the edition is for.
     *
     * @param count how many; {@code null}: not known yet
     * @param until the newest subscription among them
     */
    public void audience(long id, @Nullable Long count, long until) {
        jdbc.sql("update edition set audience = :count, audience_until = :until where id = :id")
                .param("count", count)
                .param("until", until)
                .param("id", id)
                .update();
    }

    /** Keeps how many the audience is; returns whether that was news. */
    public boolean counted(long id, long audience) {
        return jdbc.sql("update edition set audience = :audience where id = :id and audience is null")
                        .param("audience", audience)
                        .param("id", id)
                        .update()
                > 0;
    }

    /**
     * Keeps that somebody got it: what it carries counts as sent from then on, whatever becomes of the edition. Joins the
     * caller's transaction, so that it is kept with the delivery or not at all.
     */
    public void reached(Revision revision) {
        jdbc.sql("""
                        insert into edition_reached (edition_id, revision)
                        select id, cast(:revision as int) from edition
                        where id = :id
                          and not exists (select 1 from edition_reached where edition_id = :id and revision = :revision)""")
                .param("id", revision.editionId())
                .param("revision", revision.number())
                .update();
    }

    /** Keeps that its first message leaves; returns whether that was news. */
    public boolean begun(long id, Instant at) {
        return jdbc.sql("update edition set begun_at = :at where id = :id and begun_at is null")
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                > 0;
    }

    /**
     * Keeps that the last delivery had its outcome; returns whether that was news: only an edition being sent ends.
     *
     * @param audience how many had one, asked while nobody can take the edition up again; empty: something is left
     */
    public boolean sent(long id, Instant at, Supplier<OptionalLong> audience) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var settled = lock(id).status() == EditionStatus.SENDING ? audience.get() : OptionalLong.empty();
            settled.ifPresent(count -> end(id, at, count));
            return settled.isPresent();
        }));
    }

    /** Keeps that only deferred deliveries are left; returns whether that was news. */
    public boolean tried(long id, Instant at) {
        return jdbc.sql("update edition set tried_at = :at where id = :id and status = 'sending' and tried_at is null")
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                > 0;
    }

    private void end(long id, Instant at, long audience) {
        jdbc.sql("update edition set status = 'sent', sent_at = :at, audience = :audience where id = :id")
                .param("at", at.atOffset(UTC))
                .param("audience", audience)
                .param("id", id)
                .update();
    }

    /** Has a sent edition being sent again, as some of its deliveries are to be tried once more. */
    public void reopen(long id) {
        jdbc.sql("update edition set status = 'sending', sent_at = null where id = :id and status = 'sent'")
                .param("id", id)
                .update();
    }

    /**
     * Returns whether that was news.
     *
     * @throws EditionOver where there is nothing left to pause
     */
    public boolean pause(long id, String reason) {
        return move(id, EditionStatus.PAUSED, reason, "pause");
    }

    /**
     * Returns whether that was news.
     *
     * @throws EditionOver where there is nothing left to send
     */
    public boolean resume(long id) {
        return move(id, EditionStatus.SENDING, null, "resume");
    }

    /**
     * Returns whether that was news.
     *
     * @throws EditionOver where there is nothing left to cancel
     */
    public boolean cancel(long id, String reason) {
        return move(id, EditionStatus.CANCELLED, reason, "cancel");
    }

    /** Moving to where the edition is already changes nothing, not even the reason. */
    private boolean move(long id, EditionStatus to, @Nullable String reason, String verb) {
        var moved = jdbc.sql("""
                        update edition set status = :to, reason = :reason
                        where id = :id and status <> :to
                          and (status in ('sending', 'paused') or status = 'stopped' and :to = 'cancelled')""")
                .param("to", to.word())
                .param("reason", reason)
                .param("id", id)
                .update();
        var issue = get(id);
        if (moved == 0 && issue.status() != to) {
            throw new EditionOver(issue, verb);
        }
        return moved > 0;
    }

    private Issue recorded(Newsletter newsletter, Instant slot, Supplier<Long> written) {
        try {
            return get(requireNonNull(transaction.execute(status -> written.get())));
        } catch (DuplicateKeyException e) {
            throw new SlotTaken(newsletter.key(), slot, e);
        }
    }

    static Issue toIssue(ResultSet rs, int row) throws SQLException {
        return new Issue(
                rs.getLong("id"),
                new NewsletterKey(rs.getString("newsletter_key")),
                instant(rs, "slot"),
                Cause.of(rs.getString("cause")),
                EditionStatus.of(rs.getString("status")),
                rs.getString("reason"),
                instantIfAny(rs, "frozen_at"),
                rs.getObject("audience", Long.class),
                rs.getObject("audience_until", Long.class),
                instantIfAny(rs, "sent_at"),
                instantIfAny(rs, "tried_at"),
                rs.getInt("revision"));
    }

    private static Edition toEdition(Issue issue, ResultSet rs) throws SQLException {
        var newsletter = NewsletterFile.kept("newsletter.yaml", rs.getString("newsletter"));
        var content = FrozenContent.read(rs.getString("content"));
        return new Edition(issue.id(), newsletter, issue.slot(), content.lead(), content.sections(), content.latest());
    }

    private static Verdict toVerdict(ResultSet rs, int row) throws SQLException {
        return new Verdict(
                rs.getLong("teaser_id"),
                new SectionKey(rs.getString("section_key")),
                rs.getString("headline"),
                rs.getBoolean("picked"),
                rs.getString("reason"));
    }
}
