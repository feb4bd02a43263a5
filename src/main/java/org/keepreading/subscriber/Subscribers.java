package org.keepreading.subscriber;

import static java.time.ZoneOffset.UTC;
import static org.keepreading.row.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The subscribers. */
@Repository
public class Subscribers {
    private static final int PAGE = 1_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Clock clock;

    public Subscribers(JdbcClient jdbc, NamedParameterJdbcOperations batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    public Optional<Subscriber> find(long id) {
        return jdbc.sql("""
                        select id, email, name, language, zone, sections, status, attributes from subscriber
                        where id = :id""").param("id", id).query(Subscribers::toSubscriber).optional();
    }

    public Optional<Subscriber> find(EmailAddress address) {
        return known(List.of(address.key())).stream().findFirst();
    }

    /**
     * Hands over everyone in turn, a page in memory at a time.
     *
     * @param list {@code null}: whatever list they are on
     */
    public void each(@Nullable ListKey list, Consumer<Subscriber> visitor) {
        var page = page(list, 0);
        while (!page.isEmpty()) {
            page.forEach(visitor);
            page = page(list, page.get(page.size() - 1).id());
        }
    }

    private List<Subscriber> page(@Nullable ListKey list, long after) {
        return jdbc.sql("""
                        select id, email, name, language, zone, sections, status, attributes from subscriber
                        where id > :after
                          and (:any_list or exists (select 1 from subscription
                                                    where subscription.subscriber_id = subscriber.id
                                                      and subscription.list_key = :list and subscription.ended_at is null))
                        order by id limit :page""")
                .param("after", after)
                .param("any_list", list == null)
                .param("list", list == null ? "" : list.value())
                .param("page", PAGE)
                .query(Subscribers::toSubscriber)
                .list();
    }

    /**
     * Keeps what the reader says of themselves.
     *
     * @param name empty: none
     * @param sections empty: all
     */
    public void describe(long id, String name, List<String> sections) {
        jdbc.sql("update subscriber set name = :name, sections = :sections where id = :id")
                .param("name", PersonName.cut(name), Types.VARCHAR)
                .param("sections", joined(sections), Types.VARCHAR)
                .param("id", id)
                .update();
    }

    void changeStatus(long id, Status status, @Nullable Instant pausedUntil) {
        jdbc.sql("""
                        update subscriber set status = :status, paused_until = :paused_until, changed_at = :now
                        where id = :id""")
                .param("status", status.word())
                .param(
                        "paused_until",
                        pausedUntil == null ? null : pausedUntil.atOffset(UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", now())
                .param("id", id)
                .update();
    }

    /**
     * Makes those active again whose pause is over. To be called before an audience is fixed. The lower bound is for H2,
     * which otherwise reads every subscriber without a pause as well: its index begins with them.
     */
    public int wake() {
        return jdbc.sql("""
                        update subscriber set status = 'active', paused_until = null, changed_at = :now
                        where status = 'paused' and paused_until >= :first and paused_until <= :now""")
                .param("first", Instant.EPOCH.atOffset(UTC))
                .param("now", now())
                .update();
    }

    Optional<Instant> pausedUntil(long id) {
        return jdbc.sql("select paused_until from subscriber where id = :id and paused_until is not null")
                .param("id", id)
                .query((row, number) -> instant(row, "paused_until"))
                .optional();
    }

    boolean remove(EmailAddress address) {
        return jdbc.sql("delete from subscriber where email_key = :key")
                        .param("key", address.key())
                        .update()
                > 0;
    }

    List<Subscriber> known(Collection<String> keys) {
        return jdbc.sql("""
                        select subscriber.id, email, name, language, zone, sections, status, attributes
                        from unnest(cast(:keys as varchar array)) as wanted (email_key)
                        join subscriber on subscriber.email_key = wanted.email_key""")
                .param("keys", keys.toArray(String[]::new))
                .query(Subscribers::toSubscriber)
                .list();
    }

    void insert(Collection<Subscriber> subscribers) {
        batches.batchUpdate("""
                insert into subscriber
                  (email, email_key, name, language, zone, sections, status, attributes, created_at, changed_at)
                values (:email, :key, :name, :language, :zone, :sections, :status, :attributes, :now, :now)""", rows(subscribers));
    }

    void update(Collection<Subscriber> subscribers) {
        batches.batchUpdate("""
                update subscriber set name = :name, language = :language, zone = :zone, sections = :sections,
                  changed_at = case when status = :status then changed_at else :now end,
                  status = :status, attributes = :attributes
                where id = :id""", rows(subscribers));
    }

    private SqlParameterSource[] rows(Collection<Subscriber> subscribers) {
        return subscribers.stream().map(this::row).toArray(SqlParameterSource[]::new);
    }

    private SqlParameterSource row(Subscriber subscriber) {
        return new MapSqlParameterSource()
                .addValue("id", subscriber.id())
                .addValue("email", subscriber.email().value(), Types.VARCHAR)
                .addValue("key", subscriber.email().key(), Types.VARCHAR)
                .addValue("name", subscriber.name(), Types.VARCHAR)
                .addValue("language", tag(subscriber.language()), Types.VARCHAR)
                .addValue("zone", id(subscriber.zone()), Types.VARCHAR)
                .addValue("sections", joined(subscriber.sections()), Types.VARCHAR)
                .addValue("status", subscriber.status().word(), Types.VARCHAR)
                .addValue("attributes", JSON.writeValueAsString(subscriber.attributes()), Types.VARCHAR)
                .addValue("now", now());
    }

    private static @Nullable String tag(@Nullable Locale language) {
        return language == null ? null : language.toLanguageTag();
    }

    private static @Nullable String id(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }

    private static @Nullable String joined(List<String> sections) {
        return sections.isEmpty() ? null : String.join(";", sections);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    /** Of a row with all of a subscriber's columns. */
    public static Subscriber toSubscriber(ResultSet row, int number) throws SQLException {
        var language = row.getString("language");
        var zone = row.getString("zone");
        var sections = row.getString("sections");
        return new Subscriber(
                row.getLong("id"),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                language == null ? null : Locale.forLanguageTag(language),
                zone == null ? null : ZoneId.of(zone),
                sections == null ? List.of() : List.of(sections.split(";")),
                Status.of(row.getString("status")),
                JSON.readValue(row.getString("attributes"), ATTRIBUTES));
    }
}
