package org.keepreading.subscriber;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.testing.SettableClock;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room's parts, put together on a database of its own, and the words in which its tests speak. */
final class SubscriberRoom {
    static final ListKey DAILY = new ListKey("daily");
    static final ListKey WEEKEND = new ListKey("weekend");

    final SettableClock clock = new SettableClock("2026-03-02T07:00:00Z");
    final JdbcClient jdbc;
    final Lists lists;
    final Secrets secrets;
    final Subscribers subscribers;
    final Suppressions suppressions;
    final Consent consent;
    final ListIntake intake;
    final Import files;
    final Export export;
    final List<Object> said = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<RefusedLine> refused = new ArrayList<>();

    SubscriberRoom(DataSource database) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        jdbc = JdbcClient.create(database);
        lists = new Lists(jdbc, new Subscriptions(jdbc, clock), transactions, clock);
        secrets = new Secrets(jdbc);
        subscribers = new Subscribers(jdbc, new NamedParameterJdbcTemplate(database), clock);
        suppressions = new Suppressions(jdbc, clock);
        var subscriptions = new Subscriptions(jdbc, clock);
        var erasures = new Erasures(jdbc, clock, secrets);
        consent = new Consent(
                subscribers,
                subscriptions,
                suppressions,
                erasures,
                transactions,
                said::add,
                (level, line) -> told.add(line),
                clock);
        intake = new ListIntake(subscribers, subscriptions, new Barred(suppressions, erasures), transactions);
        files = new Import(intake);
        export = new Export(subscribers);
        lists.ensure(DAILY, "The Harbour Daily");
        lists.ensure(WEEKEND, "Weekend");
    }

    Tally imports(String... lines) {
        return imports(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    Tally imports(byte[] file) {
        return imports(file, Map.of());
    }

    Tally imports(byte[] file, Map<String, Status> statusWords) {
        try {
            return files.read(new ByteArrayInputStream(file), DAILY, statusWords, entry -> {}, refused::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Subscriber takes(String address, ListKey list) {
        intake.take(List.of(SubscriberEntry.of(new EmailAddress(address), null)), list);
        return subscriber(address);
    }

    Subscriber subscriber(String address) {
        return subscribers.find(new EmailAddress(address)).orElseThrow();
    }

    boolean knows(String address) {
        return subscribers.find(new EmailAddress(address)).isPresent();
    }

    List<ListKey> listsOf(Subscriber subscriber) {
        return consent.of(subscriber.id()).stream()
                .filter(Subscription::goesOn)
                .map(subscription -> subscription.list().key())
                .toList();
    }

    /** Whatever stands in the room's tables, but for the keys. */
    String everyWordKept() {
        return List.of("subscriber", "subscription", "suppression", "erasure").stream()
                .map(table ->
                        jdbc.sql("select * from " + table).query().listOfRows().toString())
                .collect(Collectors.joining("\n"));
    }

    String exported() throws IOException {
        var out = new StringWriter();
        export.write(null, out);
        return out.toString();
    }
}
