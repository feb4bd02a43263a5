package org.keepreading.web.reader;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.keepreading.KeepReading;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Edition;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.edition.Selection;
import org.keepreading.edition.Templates;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.subscriber.Consent;
import org.keepreading.subscriber.LinkTokens;
import org.keepreading.subscriber.ListIntake;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.Purpose;
import org.keepreading.subscriber.Subscriber;
import org.keepreading.subscriber.SubscriberEntry;
import org.keepreading.subscriber.Subscribers;
import org.keepreading.subscriber.Subscription;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program on a free port and a new database, with the newsletter "daily", which goes to a list of that name. */
final class RunningPages implements AutoCloseable {
    static final ListKey DAILY = new ListKey("daily");
    static final ListKey WEEKEND = new ListKey("weekend");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext program;

    /** @param settings "key=value" */
    RunningPages(String... settings) {
        var arguments = Stream.concat(
                Stream.of(
                        "server.port=0",
                        "keepreading.page.body-time=1s",
                        "server.tomcat.connection-timeout=2s",
                        "spring.datasource.url=" + TestDatabase.H2.freshUrl(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=" + TestDatabase.PASSWORD,
                        "spring.quartz.auto-startup=false",
                        "logging.level.org.keepreading=warn"),
                Stream.of(settings));
        program = new SpringApplicationBuilder(KeepReading.class)
                .run(arguments.map(setting -> "--" + setting).toArray(String[]::new));
        bean(Newsletters.class).apply(Harbour.daily());
        bean(Lists.class).ensure(DAILY, "daily");
        bean(Lists.class).ensure(WEEKEND, "Weekend");
    }

    <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    Subscriber reader(String address, String name, ListKey... lists) {
        var email = new EmailAddress(address);
        for (var list : lists) {
            bean(ListIntake.class).take(List.of(SubscriberEntry.of(email, name)), list);
        }
        return bean(Subscribers.class).find(email).orElseThrow();
    }

    Subscriber now(Subscriber reader) {
        return bean(Subscribers.class).find(reader.id()).orElseThrow();
    }

    List<String> listsOf(Subscriber reader) {
        return bean(Consent.class).of(reader.id()).stream()
                .filter(Subscription::goesOn)
                .map(subscription -> subscription.list().key().value())
                .toList();
    }

    /** Freezes the daily for a slot. */
    Issue publishes(String slot) {
        var ferry = Harbour.teaser(Harbour.CITY, "Ferry stops", "2026-03-01T10:00:00Z");
        var opera = Harbour.teaser(Harbour.CULTURE, "Opera opens", "2026-03-01T11:00:00Z");
        var edition = new Edition(
                0,
                Harbour.daily(),
                Instant.parse(slot),
                new Edition.Lead(Harbour.CITY, ferry),
                List.of(new Edition.SetSection(Harbour.CULTURE, List.of(opera))),
                List.of());
        var template = bean(Templates.class).load("digest");
        return bean(Editions.class).freeze(new Selection(edition, List.of()), template, Cause.HAND);
    }

    String unsubscribe(Subscriber reader) {
        return "/unsubscribe/" + bean(LinkTokens.class).token(Purpose.UNSUBSCRIBE, reader.id(), "daily");
    }

    String preferences(Subscriber reader) {
        return "/preferences/" + bean(LinkTokens.class).token(Purpose.PREFERENCES, reader.id(), "daily");
    }

    String url(String path) {
        return "http://localhost:" + program.getEnvironment().getProperty("local.server.port") + path;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody(), "text/plain");
    }

    HttpResponse<String> head(String path) throws IOException, InterruptedException {
        return send("HEAD", path, BodyPublishers.noBody(), "text/plain");
    }

    /** Presses "Save" on the page of the reader's preferences. */
    HttpResponse<String> save(Subscriber reader, String choices) throws IOException, InterruptedException {
        var name = choices.contains("name=") ? "" : "name=&";
        return post(preferences(reader), name + choices + "&form=preferences");
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return post(path, form, "application/x-www-form-urlencoded");
    }

    HttpResponse<String> post(String path, String body, String type) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofString(body), type);
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String type)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .method(method, body)
                .header("Content-Type", type)
                .header("Accept", "text/html,*/*;q=0.8")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        program.close();
    }
}
