package org.keepreading.newsletter;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keepreading.address.NewsletterKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The newsletters of this installation, each kept as its file. One that is removed stays known, for the mails that it
 * sent: their links go on working.
 */
@Repository
public class Newsletters {
    private final JdbcClient jdbc;
    private final Clock clock;

    public Newsletters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Newsletter> find(NewsletterKey key) {
        return find(key, "select definition from newsletter where newsletter_key = :key and removed_at is null");
    }

    /** Also one that was removed, as it was then. */
    public Optional<Newsletter> remembered(NewsletterKey key) {
        return find(key, "select definition from newsletter where newsletter_key = :key");
    }

    private Optional<Newsletter> find(NewsletterKey key, String sql) {
        return jdbc.sql(sql)
                .param("key", key.value())
                .query(String.class)
                .optional()
                .map(definition -> NewsletterFile.kept(key + ".yaml", definition));
    }

    /** @throws IllegalArgumentException that names the newsletters there are */
    public Newsletter get(NewsletterKey key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException("There is no newsletter \"" + key + "\". " + known()));
    }

    /** By key. */
    public List<Newsletter> all() {
        return list("""
                select newsletter_key, definition from newsletter where removed_at is null order by newsletter_key""");
    }

    /** Those whose schedule is at work, by key: neither removed nor paused. */
    public List<Newsletter> scheduled() {
        return list("""
                select newsletter_key, definition from newsletter
                where removed_at is null and paused_at is null order by newsletter_key""");
    }

    private List<Newsletter> list(String sql) {
        return jdbc.sql(sql)
                .query((rs, row) ->
                        NewsletterFile.kept(rs.getString("newsletter_key") + ".yaml", rs.getString("definition")))
                .list();
    }

    /** Since when the newsletter has the schedule and the zone that it has now: slots before that are owed to nobody. */
    public Instant scheduledSince(NewsletterKey key) {
        return jdbc.sql("select scheduled_since from newsletter where newsletter_key = :key")
                .param("key", key.value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Since when its schedule rests; empty where it does not. */
    public Optional<Instant> pausedSince(NewsletterKey key) {
        return jdbc.sql("select paused_at from newsletter where newsletter_key = :key and paused_at is not null")
                .param("key", key.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Has its schedule rest: its slots pass and are owed to nobody, until {@link #resume}. By hand it is sent as ever. Returns whether that was news. */
    public boolean pause(NewsletterKey key) {
        get(key);
        return jdbc.sql("update newsletter set paused_at = :now where newsletter_key = :key and paused_at is null")
                        .param("now", now())
                        .param("key", key.value())
                        .update()
                > 0;
    }

    /** Has its schedule go on from now; returns whether that was news. */
    public boolean resume(NewsletterKey key) {
        get(key);
        return jdbc.sql("""
                        update newsletter set paused_at = null, scheduled_since = :now
                        where newsletter_key = :key and paused_at is not null""").param("now", now()).param("key", key.value()).update() > 0;
    }

    /** Ends the newsletter. {@link #apply} begins it again, with no slot owed from the time between. */
    public void remove(NewsletterKey key) {
        get(key);
        jdbc.sql("update newsletter set removed_at = :now, paused_at = null where newsletter_key = :key")
                .param("now", now())
                .param("key", key.value())
                .update();
    }

    /** Keeps the newsletter as it now is, whether it is new or was there. */
    public void apply(Newsletter newsletter) {
        if (update(newsletter) == 0) {
            insert(newsletter);
        }
    }

    private int update(Newsletter newsletter) {
        return write(newsletter, """
                update newsletter set title = :title, definition = :definition, changed_at = :now,
                  scheduled_since = %s, removed_at = null
                where newsletter_key = :key""".formatted(isDueAsBefore(newsletter) ? "scheduled_since" : ":now"));
    }

    private boolean isDueAsBefore(Newsletter newsletter) {
        return find(newsletter.key())
                .filter(before -> Objects.equals(before.schedule(), newsletter.schedule()))
                .filter(before -> before.zone().equals(newsletter.zone()))
                .isPresent();
    }

    private void insert(Newsletter newsletter) {
        write(newsletter, """
                insert into newsletter (newsletter_key, title, definition, changed_at, scheduled_since)
                values (:key, :title, :definition, :now, :now)""");
    }

    private int write(Newsletter newsletter, String sql) {
        return jdbc.sql(sql)
                .param("key", newsletter.key().value())
                .param("title", newsletter.title())
                .param("definition", NewsletterFile.write(newsletter))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    private String known() {
        var keys = all().stream().map(newsletter -> newsletter.key().value()).toList();
        return keys.isEmpty()
                ? "There is none yet: write its file and run \"newsletters apply FILE\"."
                : keys.stream().collect(Collectors.joining(", ", "There are: ", "."));
    }
}
