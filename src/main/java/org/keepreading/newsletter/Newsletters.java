package org.keepreading.newsletter;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newsletters of this installation, each kept as its file. */
@Repository
public class Newsletters {
    private final JdbcClient jdbc;
    private final Clock clock;

    public Newsletters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Newsletter> find(NewsletterKey key) {
        return jdbc.sql("select definition from newsletter where newsletter_key = :key")
                .param("key", key.value())
                .query(String.class)
                .optional()
                .map(definition -> NewsletterFile.parse(key + ".yaml", definition));
    }

    /** @throws IllegalArgumentException that names the newsletters there are */
    public Newsletter get(NewsletterKey key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException("There is no newsletter \"" + key + "\". " + known()));
    }

    /** By key. */
    public List<Newsletter> all() {
        return jdbc.sql("select newsletter_key, definition from newsletter order by newsletter_key")
                .query((rs, row) ->
                        NewsletterFile.parse(rs.getString("newsletter_key") + ".yaml", rs.getString("definition")))
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

    /** Keeps the newsletter as it now is, whether it is new or was there. */
    public void apply(Newsletter newsletter) {
        if (update(newsletter) == 0) {
            insert(newsletter);
        }
    }

    private int update(Newsletter newsletter) {
        return write(newsletter, """
                update newsletter set title = :title, definition = :definition, changed_at = :now,
                  scheduled_since = %s
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
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    private String known() {
        var keys = all().stream().map(newsletter -> newsletter.key().value()).toList();
        return keys.isEmpty()
                ? "There is none yet: write its file and run \"newsletters apply FILE\"."
                : keys.stream().collect(Collectors.joining(", ", "There are: ", "."));
    }
}
