package org.keepreading.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keepreading.KeepReading;
import org.keepreading.doctor.Finding.Grade;
import org.keepreading.edition.PublicUrl;
import org.keepreading.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Whether readers reach the pages that mails lead to. */
class PublicUrlCheckTest {

    @Test
    void reachesTheUnsubscribePageOfARunningInstallation() {
        try (var running = new SpringApplicationBuilder(KeepReading.class)
                .lazyInitialization(true)
                .run(
                        "--spring.datasource.url=" + TestDatabase.H2.freshUrl(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=" + TestDatabase.PASSWORD,
                        "--spring.quartz.auto-startup=false",
                        "--keepreading.delivery.auto-startup=false",
                        "--server.port=0")) {
            var findings = findings(running.getEnvironment().getRequiredProperty("local.server.port", Integer.class));

            assertThat(findings.get(0).sentence())
                    .endsWith("answers, but not by https, which one-click unsubscribing needs.");
            assertThat(findings.get(1))
                    .isEqualTo(Finding.ok("One-click unsubscribing", "The buttons of mail programs reach it."));
            assertThat(findings.get(2).subject()).isEqualTo("Clock and public address");
        }
    }

    @Test
    void noticesAProxyThatLetsNoPostThrough() throws IOException {
        var proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 404 : 405, -1);
            exchange.close();
        });
        proxy.start();

        var oneClick = findings(proxy.getAddress().getPort()).get(1);

        assertThat(oneClick.grade()).isEqualTo(Grade.PROBLEM);
        assertThat(oneClick.sentence())
                .endsWith(
                        "answers a look with status 404 and a button's POST with 405, and not as this installation does.");
        proxy.stop(0);
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThat(findings(1))
                .singleElement()
                .extracting(Finding::sentence)
                .isEqualTo("http://localhost:1 can't be reached: nobody answers there.");
    }

    private static List<Finding> findings(int port) {
        var settings = new DoctorSettings("", Duration.ofSeconds(20));
        return new PublicUrlCheck(new PublicUrl(URI.create("http://localhost:" + port)), settings, Clock.systemUTC())
                .findings();
    }
}
