package org.keepreading.source;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;
import static org.keepreading.row.Columns.instant;
import static org.keepreading.row.Columns.instantIfAny;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import org.keepreading.text.Fitted;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The feeds that are polled, and how the last fetch of each went. */
@Repository
public class Sources {
    private static final int LONGEST_PROBLEM = 10_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SELECT = """
            select source_key, url, every_seconds, default_section, mapping, sponsors, etag, last_modified, first_read_at,
                   last_read_at, next_fetch_at, failures, last_problem, unended
            from source
            """;

    private final JdbcClient jdbc;

    public Sources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The default section, if the source has one, must be in the store. */
    public void add(Source source) {
        var rules = source.rules();
        var section = rules.defaultSection();
        try {
            jdbc.sql("""
                    insert into source (source_key, url, every_seconds, default_section, mapping, sponsors, next_fetch_at)
                    values (:key, :url, :every, :section, :mapping, :sponsors, :next)""")
                    .param("key", source.key().value())
                    .param("url", source.url())
                    .param("every", source.every().toSeconds())
                    .param("section", section == null ? null : section.value())
                    .param("mapping", JSON.writeValueAsString(texts(rules.desks())))
                    .param("sponsors", JSON.writeValueAsString(rules.sponsors()))
                    .param("next", utc(source.nextFetchAt()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException(
                    "There is a source \"%s\" already. Remove it first, which keeps its teasers, or take another key."
                            .formatted(source.key()),
                    e);
        }
    }

    public List<Source> all() {
        return jdbc.sql(SELECT + "order by source_key").query(Sources::toSource).list();
    }

    public Optional<Source> find(SourceKey key) {
        return jdbc.sql(SELECT + "where source_key = :key")
                .param("key", key.value())
                .query(Sources::toSource)
                .optional();
    }

    public Source get(SourceKey key) {
        return find(key)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no source \"%s\". %s".formatted(key, known())));
    }

    /** The source that is polled at this address. */
    public Optional<Source> at(String url) {
        return all().stream().filter(source -> source.url().equals(url)).findFirst();
    }

    /** Those whose time has come, the longest overdue first. */
    public List<Source> due(Instant now) {
        return jdbc.sql(SELECT + "where next_fetch_at <= :now order by next_fetch_at, source_key")
                .param("now", utc(now))
                .query(Sources::toSource)
                .list();
    }

    /** It is polled no more; its teasers stay. */
    public void remove(SourceKey key) {
        get(key);
        jdbc.sql("delete from source where source_key = :key")
                .param("key", key.value())
                .update();
    }

    /** Whether the attempt is ours: it is noted before it is made, and on one node alone. */
    boolean begin(Source source, Instant next) {
        return note(source.noted(next), source.nextFetchAt());
    }

    /** As if it had not begun. */
    void takeBack(Source source, Instant next) {
        note(source, next);
    }

    private boolean note(Source source, Instant expected) {
        return jdbc.sql("""
                        update source set next_fetch_at = :next, failures = :failures, last_problem = :problem, unended = :unended
                        where source_key = :key and next_fetch_at = :expected""")
                        .param("next", utc(source.nextFetchAt()))
                        .param("failures", source.failures())
                        .param("problem", source.lastProblem())
                        .param("unended", source.unended())
                        .param("key", source.key().value())
                        .param("expected", utc(expected))
                        .update()
                > 0;
    }

    /** @param arrived {@code null} if nothing was new */
    void read(Source source, Download.@Nullable Arrived arrived, Instant now) {
        var moved = arrived == null ? null : arrived.movedTo();
        jdbc.sql("""
                update source set url = :url, etag = :etag, last_modified = :modified, first_read_at = coalesce(first_read_at, :now),
                    last_read_at = :now, next_fetch_at = :next, failures = 0, last_problem = null, unended = 0
                where source_key = :key""")
                .param("url", requireNonNullElse(shortEnough(moved, 2000), source.url()))
                .param("etag", arrived == null ? source.etag() : shortEnough(arrived.etag(), 1000))
                .param("modified", arrived == null ? source.lastModified() : shortEnough(arrived.lastModified(), 100))
                .param("now", utc(now))
                .param("next", utc(now.plus(source.every())))
                .param("key", source.key().value())
                .update();
    }

    void failed(Source source, String problem, Instant next) {
        jdbc.sql("""
                update source set failures = :failures, last_problem = :problem, next_fetch_at = :next, unended = 0
                where source_key = :key""")
                .param("failures", source.failures() + 1)
                .param("problem", Fitted.cut(problem, LONGEST_PROBLEM))
                .param("next", utc(next))
                .param("key", source.key().value())
                .update();
    }

    private String known() {
        var keys = all().stream().map(source -> source.key().value()).collect(joining(", "));
        return keys.isEmpty() ? "There are none yet: \"sources add\"." : "There are: " + keys + ".";
    }

    private static @Nullable String shortEnough(@Nullable String header, int longest) {
        return header == null || header.length() > longest || !Fitted.isStorable(header) ? null : header;
    }

    private static Map<String, String> texts(Map<String, SectionKey> desks) {
        return desks.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, desk -> desk.getValue().value()));
    }

    private static Source toSource(ResultSet row, int number) throws SQLException {
        return new Source(
                new SourceKey(row.getString("source_key")),
                row.getString("url"),
                Duration.ofSeconds(row.getLong("every_seconds")),
                rules(row),
                row.getString("etag"),
                row.getString("last_modified"),
                instantIfAny(row, "first_read_at"),
                instantIfAny(row, "last_read_at"),
                instant(row, "next_fetch_at"),
                row.getInt("failures"),
                row.getString("last_problem"),
                row.getInt("unended"));
    }

    private static Rules rules(ResultSet row) throws SQLException {
        var section = row.getString("default_section");
        var desks = map(row.getString("mapping")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, desk -> new SectionKey(desk.getValue())));
        return new Rules(desks, section == null ? null : new SectionKey(section), map(row.getString("sponsors")));
    }

    private static Map<String, String> map(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
