package org.keepreading.delivery;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.HostileFeed;
import org.keepreading.testing.ServerProcess;
import org.keepreading.testing.TestDatabase;
import org.keepreading.testing.Wait;

/** The real server, with the heap that we recommend, while feeds attack it. */
class HostileFeedsTest {
    private static final int READERS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PROMPT = Duration.ofSeconds(1);
    /** Of the honest source. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final FaultyRelay relay = new FaultyRelay();
    private final HostileSite site = new HostileSite();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final String url = TestDatabase.H2.sharedUrl();

    @AfterEach
    void stop() {
        relay.close();
        site.close();
    }

    @Test
    @Tag("hostile")
    void hurtNobodyButThemselves() throws Exception {
        add("honest", HostileSite.HONEST);
        var edition = in(newsroom -> {
            newsroom.subscribers(READERS, DAILY);
            return newsroom.publishesTheHarbourDaily();
        });

        try (var server = serve()) {
            var health = URI.create("http://localhost:" + server.port() + "/actuator/health");
            for (var attack : HostileFeed.values()) {
                attack(
                        server,
                        health,
                        attack.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        HostileSite.path(attack));
            }
            attack(server, health, "trickle", HostileSite.TRICKLE);
            Wait.until(() -> relay.countByRecipient().size() == READERS);
        }

        assertThat(relay.taken()).hasSize(READERS);
        assertThat(site.longestPause()).isLessThan(INTERVAL.multipliedBy(2));
        var progress = in(newsroom -> newsroom.deliveries.progress(edition));
        assertThat(progress).isEqualTo(new Progress(READERS, READERS, 0, 0, 0));
    }

    @Test
    void keepNeitherTheServerFromEndingNorTheNextOneFromStarting() {
        add("honest", HostileSite.HONEST);
        add("trickle", HostileSite.TRICKLE);

        try (var server = serve()) {
            Wait.until(() -> site.requestsFor(HostileSite.TRICKLE) == 1);
            awaitHonestReads();
            var told = System.nanoTime();
            server.terminate();
            assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(PATIENCE);
        }
        try (var server = serve()) {
            Wait.until(() -> site.requestsFor(HostileSite.TRICKLE) == 2);
            awaitHonestReads();
            server.kill();
        }
        try (var server = serve()) {
            awaitHonestReads();
            server.terminate();
        }

        assertThat(site.requestsFor(HostileSite.TRICKLE)).isEqualTo(2);
    }

    /** And sees the last of them come to its end: one that is killed in the middle is left alone for a while. */
    private void awaitHonestReads() {
        var before = site.requestsFor(HostileSite.HONEST);
        Wait.until(() -> site.requestsFor(HostileSite.HONEST) >= before + 2);
        Wait.until(() -> in(newsroom -> newsroom.jdbc
                        .sql("select unended from source where source_key = 'honest'")
                        .query(Integer.class)
                        .single())
                == 0);
    }

    private void attack(ServerProcess server, URI health, String key, String path) throws Exception {
        var begun = System.nanoTime();
        var slowest = Duration.ZERO;
        add(key, path);
        while (!isOver(key) && server.isAlive()) {
            var answered = timeOf(health);
            slowest = answered.compareTo(slowest) > 0 ? answered : slowest;
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%s: %.1f s, peak %d MB, health %d ms, %s%n",
                key, seconds, server.peakMegabytes(), slowest.toMillis(), outcome(key));
        assertThat(server.isAlive()).as(server.output()).isTrue();
        assertThat(slowest).isLessThan(PROMPT);
    }

    private Duration timeOf(URI health) throws IOException, InterruptedException {
        var asked = System.nanoTime();
        var answer = browser.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    private boolean isOver(String key) {
        return in(newsroom -> newsroom.jdbc
                .sql(
                        "select count(*) from source where source_key = :key and (last_read_at is not null or failures > 0)")
                .param("key", key)
                .query(Boolean.class)
                .single());
    }

    private String outcome(String key) {
        return in(newsroom -> newsroom.jdbc
                .sql("select coalesce(last_problem, 'read') from source where source_key = :key")
                .param("key", key)
                .query(String.class)
                .single());
    }

    private void add(String key, String path) {
        in(newsroom -> newsroom.jdbc
                .sql("""
                        insert into source (source_key, url, every_seconds, mapping, sponsors, next_fetch_at)
                        values (:key, :url, :every, '{}', '{}', :now)""")
                .param("key", key)
                .param("url", site.url(path))
                .param("every", key.equals("honest") ? INTERVAL.toSeconds() : 3_600)
                .param("now", Instant.now().minusSeconds(1).atOffset(UTC))
                .update());
    }

    private ServerProcess serve() {
        var settings = new HashMap<>(Map.of(
                "-Xmx", "256m",
                "keepreading.source.allowed-private-hosts", site.host(),
                "keepreading.source.timeout", "30s",
                "keepreading.source.reading-time", "10s"));
        return ServerProcess.sending(url, relay, 4, settings);
    }

    /** Opens the database, looks, and closes it. */
    private <T> T in(Function<DeliveryNewsroom, T> look) {
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            source.setUsername("postgres");
            source.setPassword(TestDatabase.PASSWORD);
            source.setMaximumPoolSize(1);
            return look.apply(DeliveryNewsroom.inRealTime(source));
        }
    }
}
