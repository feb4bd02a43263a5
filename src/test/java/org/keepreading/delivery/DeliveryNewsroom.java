package org.keepreading.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static org.keepreading.testing.Harbour.CITY;
import static org.keepreading.testing.Harbour.CULTURE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Edition;
import org.keepreading.edition.Edition.Lead;
import org.keepreading.edition.Edition.SetSection;
import org.keepreading.edition.EditionSettings;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Revision;
import org.keepreading.edition.Selection;
import org.keepreading.edition.Templates;
import org.keepreading.installation.LiveInstallation;
import org.keepreading.installation.TestInstallation;
import org.keepreading.letter.Reader;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.relay.Message;
import org.keepreading.relay.RelayAt;
import org.keepreading.relay.Relays;
import org.keepreading.relay.TestRelays;
import org.keepreading.teaser.ArticleUrl;
import org.keepreading.teaser.Draft;
import org.keepreading.teaser.Teasers;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A newsroom with subscribers and frozen editions, as far as delivery knows of them. */
public final class DeliveryNewsroom {
    public static final ListKey DAILY = new ListKey("daily");
    public static final ListKey WEEKLY = new ListKey("weekly");

    /** What {@link #time} shows, unless it is the real time. */
    public final SettableClock clock;

    public final Clock time;
    public final WakeUp wakeUp = new WakeUp();
    public final JdbcClient jdbc;
    public final NamedParameterJdbcTemplate many;
    public final TransactionTemplate transaction;
    public final Editions editions;
    public final Batches batches;
    public final Members members;
    public final AudienceCounts counts;
    public final EditionLog log;

    /** What was told of the editions, whichever part of the program did it. */
    public final List<String> told = new CopyOnWriteArrayList<>();

    public final Deferrals deferrals;
    public final Stragglers stragglers;
    public final Deliveries deliveries;
    public final ConsentCheck consent;
    public final Outcomes outcomes;
    public final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final Meters meters = new Meters(figures);
    private final AtomicInteger slots = new AtomicInteger();

    public DeliveryNewsroom(TestDatabase database) {
        this(database.fresh(), new SettableClock("2026-03-02T07:00:00Z"));
    }

    /** On a database that holds something already. */
    static DeliveryNewsroom on(DataSource source) {
        return new DeliveryNewsroom(source, new SettableClock("2026-03-02T07:00:00Z"));
    }

    /** For tests that wait for what comes later. */
    public static DeliveryNewsroom inRealTime(DataSource source) {
        return new DeliveryNewsroom(source, Clock.systemUTC());
    }

    private DeliveryNewsroom(DataSource source, Clock time) {
        this.time = time;
        clock = time instanceof SettableClock settable ? settable : new SettableClock("2026-03-02T07:00:00Z");
        jdbc = JdbcClient.create(source);
        many = new NamedParameterJdbcTemplate(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        editions = new Editions(jdbc, transaction, time);
        batches = new Batches(many, transaction);
        members = new Members(jdbc);
        log = new EditionLog((level, line) -> told.add(line), time);
        counts = new AudienceCounts(members, editions, log);
        deferrals = new Deferrals(jdbc, transaction);
        stragglers = new Stragglers(jdbc);
        deliveries = new Deliveries(jdbc);
        consent = new ConsentCheck(jdbc, time);
        outcomes = new Outcomes(new OutcomeLedger(many, transaction, editions), time);
        for (var list : List.of(DAILY, WEEKLY)) {
            jdbc.sql("""
                            insert into list (list_key, title) select :key, 'A list'
                            where not exists (select 1 from list where list_key = :key)""").param("key", list.value()).update();
        }
    }

    public Senders senders(RelayAt relay, Sending sending) {
        return senders(relays(sending).of(relay, sending.limits()), sending);
    }

    public Senders senders(Relays relays, Sending sending) {
        var dispatch = new Dispatch(
                consent,
                DeliveryNewsroom::message,
                relays,
                new EditionStart(editions, log, time),
                TestRelays.paces(sending.limits(), time),
                outcomes,
                new Retries(sending.delivery(), time),
                new RefusalLimit(editions, log, sending.delivery()),
                new Newcomers(members),
                meters,
                time);
        return new Senders(
                new Claims(batches, deferrals, editions, relays, live(""), sending.delivery(), time),
                end(),
                dispatch,
                outcomes,
                deliveries,
                editions,
                relays,
                sending.delivery(),
                sending.limits(),
                counts,
                wakeUp,
                meters,
                time);
    }

    /** Whose figures and limits are in this newsroom's database. */
    public TestRelays relays(Sending sending) {
        return new TestRelays(sending.limits(), jdbc, figures, new WaitingDeliveries(jdbc, time), time);
    }

    public EditionEnd end() {
        return new EditionEnd(stragglers, deliveries, editions, log, jdbc, wakeUp, time);
    }

    /** As a process that has just started sees it. */
    public LiveInstallation live(String installation) {
        return TestInstallation.live(requireNonNull(many.getJdbcTemplate().getDataSource()), installation, time);
    }

    public EditionControl control() {
        return new EditionControl(editions, log, deliveries, counts, jdbc, wakeUp, time);
    }

    public Failures failures() {
        return new Failures(editions, log, many, transaction, wakeUp, time);
    }

    public Folding folding() {
        return new Folding(editions, jdbc, transaction, new KeepingSettings(Duration.ofDays(90)), time);
    }

    private static Optional<Message> message(Revision revision, Reader reader) {
        var address = new EmailAddress(reader.email()).value();
        var id = "<" + revision.editionId() + "." + reader.id() + "@news.example>";
        var text = "Message-ID: " + id + "\r\nTo: " + address + "\r\n\r\nKeep reading.\r\n";
        return Optional.of(new Message(id, "news@example.org", address, List.of(text.getBytes(US_ASCII))));
    }

    /** Frozen, queued for the daily list. */
    public long publishes() {
        var edition = edition();
        audiences(4).queue(edition, List.of(DAILY));
        return edition;
    }

    /** An edition that can be read, in the default template, to the daily list. */
    public long publishesTheHarbourDaily() {
        var edition = new Edition(
                0,
                Harbour.daily(),
                time.instant(),
                new Lead(CITY, Harbour.teaser(CITY, "The new quay opens", "2026-03-02T06:00:00Z")),
                List.of(new SetSection(
                        CULTURE, List.of(Harbour.teaser(CULTURE, "Fado at the quay", "2026-03-01T06:00:00Z")))),
                List.of());
        var template = new Templates(EditionSettings.defaults()).load("digest");
        var id = editions.freeze(new Selection(edition, List.of()), template, Cause.HAND)
                .id();
        audiences(4).queue(id, List.of(DAILY));
        return id;
    }

    /** The Harbour Daily goes out by itself from now on. */
    public void dailyIsDue(String schedule) {
        new Newsletters(jdbc, time)
                .apply(NewsletterFile.parse("daily.yaml", Harbour.DAILY.replace("0 0 7 ? * MON-FRI", schedule)));
    }

    /** Of the City desk, published an hour ago. */
    public void article(String headline) {
        var at = time.instant().minus(Duration.ofHours(1));
        var url = new ArticleUrl("https://harbour.example/" + headline.replace(' ', '-'));
        var draft = new Draft(
                "site", headline, CITY, headline, null, url, null, List.of("It came in at noon."), null, at, null);
        new Teasers(jdbc).save(draft, at, false);
    }

    public Audiences audiences(int connections) {
        return new Audiences(
                members, batches, editions, log, Sending.by(connections).limits(), transaction, counts, wakeUp, time);
    }

    public long subscriber(String email, ListKey... lists) {
        jdbc.sql("""
                        insert into subscriber (email, email_key, name, status, attributes, created_at, changed_at)
                        values (:email, :email, 'Ada', 'active', '{}', :now, :now)""")
                .param("email", email)
                .param("now", yesterday().atOffset(UTC))
                .update();
        var id = id(email);
        Arrays.stream(lists).forEach(list -> joins(id, list));
        return id;
    }

    /** reader1@example.org and so on. */
    public void subscribers(int count, ListKey list) {
        var before = members.everybody().last();
        jdbc.sql("""
                        insert into subscriber (email, email_key, status, attributes, created_at, changed_at)
                        select concat('reader', n + :before, '@example.org'), concat('reader', n + :before, '@example.org'),
                          'active', '{}', :now, :now
                        from (%s) numbers order by n""".formatted(numbers(count)))
                .param("before", before)
                .param("now", yesterday().atOffset(UTC))
                .update();
        jdbc.sql("""
                        insert into subscription (list_key, subscriber_id, since)
                        select :list, id, :now from subscriber where id > :before order by id""")
                .param("list", list.value())
                .param("before", before)
                .param("now", yesterday().atOffset(UTC))
                .update();
    }

    public void joins(long subscriber, ListKey list) {
        jdbc.sql("insert into subscription (list_key, subscriber_id, since) values (:list, :subscriber, :now)")
                .param("list", list.value())
                .param("subscriber", subscriber)
                .param("now", time.instant().atOffset(UTC))
                .update();
    }

    public void leaves(long subscriber, ListKey list) {
        jdbc.sql("update subscription set ended_at = :now where subscriber_id = :subscriber and list_key = :list")
                .param("now", time.instant().atOffset(UTC))
                .param("subscriber", subscriber)
                .param("list", list.value())
                .update();
    }

    public void becomes(long subscriber, String status) {
        jdbc.sql("update subscriber set status = :status, changed_at = :now where id = :subscriber")
                .param("status", status)
                .param("now", time.instant().atOffset(UTC))
                .param("subscriber", subscriber)
                .update();
    }

    public void suppresses(String email) {
        jdbc.sql("insert into suppression (email_key, reason, since) values (:email, 'complained', :now)")
                .param("email", email)
                .param("now", time.instant().atOffset(UTC))
                .update();
    }

    public void erases(long subscriber) {
        jdbc.sql("delete from subscriber where id = :id")
                .param("id", subscriber)
                .update();
    }

    /** A frozen edition of no content, its audience not queued yet. */
    public long edition() {
        var slot = time.instant().plusSeconds(slots.getAndIncrement());
        jdbc.sql("""
                        insert into edition (newsletter_key, slot, cause, status, frozen_at)
                        values ('morning-brief', :slot, 'schedule', 'sending', :now)""")
                .param("slot", slot.atOffset(UTC))
                .param("now", time.instant().atOffset(UTC))
                .update();
        return jdbc.sql("select max(id) from edition").query(Long.class).single();
    }

    /** As if it were an edition of another newsletter. */
    public void becomesOf(long edition, String newsletter) {
        jdbc.sql("update edition set newsletter_key = :newsletter where id = :edition")
                .param("newsletter", newsletter)
                .param("edition", edition)
                .update();
    }

    public long id(String email) {
        return jdbc.sql("select id from subscriber where email = :email")
                .param("email", email)
                .query(Long.class)
                .single();
    }

    /** "sent: 250 OK", or "none". */
    public String deliveryTo(long edition, long subscriber) {
        return jdbc.sql("select status, reply from delivery where edition_id = :edition and subscriber_id = :id")
                .param("edition", edition)
                .param("id", subscriber)
                .query((rs, row) -> rs.getString("status") + ": " + rs.getString("reply"))
                .optional()
                .orElse("none");
    }

    public long openBatches() {
        return count("select count(*) from batch");
    }

    public long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private Instant yesterday() {
        return time.instant().minus(Duration.ofDays(1));
    }

    private String numbers(int count) {
        return "with recursive counting(n) as (select 1 union all select n + 1 from counting where n < " + count
                + ") select n from counting";
    }
}
