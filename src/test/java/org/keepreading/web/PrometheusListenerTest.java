package org.keepreading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures have a listener of their own. */
class PrometheusListenerTest {
    private static final String LOOPBACK = "127.0.0.1";

    private PrometheusListener listener = listener(LOOPBACK, 0);

    @AfterEach
    void stop() {
        listener.stop();
    }

    @Test
    void listensOnThisMachineAlone() {
        listener.start();

        assertThat(listener.address().orElseThrow().getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /actuator/prometheus, 200",
        "GET, /actuator/prometheus?name=x, 200",
        "HEAD, /actuator/prometheus, 405",
        "POST, /actuator/prometheus, 405",
        "GET, /actuator/health, 404",
        "GET, /actuator/prometheus/x, 404",
        "GET, /, 404"
    })
    void hasTheFiguresAndNothingElse(String method, String path, int status) throws Exception {
        listener.start();

        assertThat(ask(method, path).statusCode()).isEqualTo(status);
    }

    @Test
    void speaksOpenMetricsToWhoAsksForIt() throws Exception {
        listener.start();

        assertThat(ask("GET", "/actuator/prometheus").headers().firstValue("Content-Type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
        var open = ask("GET", "/actuator/prometheus", "Accept", "application/openmetrics-text;version=1.0.0");
        assertThat(open.headers().firstValue("Content-Type"))
                .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(open.body()).endsWith("# EOF\n");
    }

    @Test
    void leavesTheServerAloneWhereItsPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener = listener(LOOPBACK, taken.getLocalPort());
            listener.start();

            assertThat(listener.isRunning()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, -1", "127.0.0.1, 70000", "nowhere.invalid, 0", "192.0.2.1, 0"})
    void isNowhereWhereItIsSwitchedOffOrCannotBe(String address, int port) {
        listener = listener(address, port);
        listener.start();

        assertThat(listener.address()).isEmpty();
    }

    private static PrometheusListener listener(String address, int port) {
        return new PrometheusListener(
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), new PrometheusSettings(address, port));
    }

    private HttpResponse<String> ask(String method, String path, String... headers)
            throws IOException, InterruptedException {
        var port = listener.address().orElseThrow().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
