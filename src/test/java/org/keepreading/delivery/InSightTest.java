package org.keepreading.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.KeepReading;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.TestDatabase;
import org.keepreading.testing.Wait;
import org.keepreading.web.PrometheusListener;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What whoever watches is shown, by the whole program over HTTP. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class InSightTest {
    private final FaultyRelay relay = new FaultyRelay();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private ConfigurableApplicationContext program;
    private final DeliveryNewsroom newsroom;

    InSightTest(TestDatabase database) {
        url = database.freshUrl();
        program = start();
        newsroom = DeliveryNewsroom.inRealTime(source(url));
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(KeepReading.class)
                .run(
                        "--server.port=0",
                        "--keepreading.prometheus.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=" + TestDatabase.PASSWORD,
                        "--spring.mail.host=localhost",
                        "--spring.mail.port=" + relay.port(),
                        "--spring.quartz.auto-startup=false",
                        "--logging.level.org.keepreading=warn");
    }

    @AfterEach
    void stop() {
        program.close();
        relay.close();
    }

    @Test
    void figuresAreNamedWithTheirUnitsAndHoldNoAddress() throws Exception {
        newsroom.subscriber("ada@example.org", DAILY);
        var edition = newsroom.publishesTheHarbourDaily();
        relay.await(1);
        Wait.until(() -> newsroom.editions.get(edition).status().isOver());
        program.getBean(QueueGauge.class).takeTurn();

        var figures = figures().body();

        assertThat(figures)
                .contains("keepreading_queue_deliveries 0.0")
                .contains("keepreading_queue_oldest_age_seconds 0.0")
                .contains("keepreading_sending_blocked 0.0")
                .contains("keepreading_editions_paused 0.0")
                .containsPattern("keepreading_deliveries_total\\{class=\"2[.0]*\",outcome=\"sent\",relay=\"localhost:"
                        + relay.port() + "\"} 1\\.0")
                .contains("keepreading_relay_connections{")
                .doesNotContain("example.org");
    }

    @Test
    void howLongTheQueueIsAndSinceWhenItsOldestIsDueIsShown() {
        program.getBean(Senders.class).stop();
        newsroom.subscribers(300, DAILY);
        newsroom.publishes();
        newsroom.jdbc
                .sql("update batch set due_at = due_at - interval '90' second")
                .update();
        var watch = program.getBean(QueueGauge.class);

        watch.takeTurn();

        var queue = requireNonNull(watch.queue());
        assertThat(queue.deliveries()).isEqualTo(300);
        assertThat(queue.age(newsroom.time.instant())).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(180));
    }

    @Test
    void aServerWhoseDatabaseCantBeWrittenIsNotReadyButAlive() throws Exception {
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        newsroom.jdbc.sql("alter table installation rename to gone").update();

        var readiness = get("/actuator/health/readiness");

        assertThat(readiness.statusCode()).isEqualTo(503);
        assertThat(readiness.body()).contains("\"database\"", "\"writable\":false");
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void aServerWhoseSendingIsBlockedSaysSoAndIsReady() throws Exception {
        newsroom.live("").doubt();
        newsroom.jdbc.sql("update installation set name = 'production'").update();
        program.close();
        program = start();
        program.getBean(QueueGauge.class).takeTurn();

        var health = get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body())
                .contains("waits until somebody says that this is the live installation")
                .doesNotContain("localhost", "jdbc", "production");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(figures().body()).contains("keepreading_sending_blocked 1.0");
    }

    @Test
    void nothingElseOfTheProgramIsShown() throws Exception {
        for (var endpoint : new String[] {"env", "beans", "configprops", "heapdump", "metrics", "quartz", "shutdown"}) {
            assertThat(get("/actuator/" + endpoint).statusCode()).as(endpoint).isEqualTo(404);
        }
    }

    @Test
    void figuresAreNotOnThePortOfThePages() throws Exception {
        for (var path : new String[] {
            "/actuator/prometheus",
            "/actuator/prometheus/",
            "/actuator/prometheus;a=b",
            "/actuator/%70rometheus",
            "//actuator/prometheus"
        }) {
            assertThat(get(path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(get(figuresPort(), "/actuator/health").statusCode()).isEqualTo(404);
    }

    private static DataSource source(String url) {
        return new DriverManagerDataSource(url, "postgres", TestDatabase.PASSWORD);
    }

    private HttpResponse<String> figures() throws IOException, InterruptedException {
        return get(figuresPort(), "/actuator/prometheus");
    }

    private int figuresPort() {
        return program.getBean(PrometheusListener.class).address().orElseThrow().getPort();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port")), path);
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
