package org.keepreading.web.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.web.reader.RunningPages.DAILY;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.subscriber.Subscriber;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What no browser sends. */
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final RunningPages pages = new RunningPages();

    private int before;

    @AfterAll
    static void close() {
        pages.close();
    }

    @BeforeEach
    void begin(CapturedOutput log) {
        before = log.length();
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, ''",
        "application/x-www-form-urlencoded, name=",
        "application/x-www-form-urlencoded, form=preferences",
        "application/x-www-form-urlencoded, name=%zz&form=preferences",
        "application/x-www-form-urlencoded, List-Unsubscribe=One-Click",
        "application/json, '{\"name\":\"\",\"form\":\"preferences\"}'",
        "text/plain, name=&form=preferences",
        "multipart/form-data; boundary=b, no part at all",
        "multipart/form-data, no boundary"
    })
    void changeNoPreferences(String type, String body, CapturedOutput log) throws Exception {
        var ada = ada();

        var answer = pages.post(pages.preferences(ada), body, type);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing was changed.");
        assertThat(pages.now(ada).name()).isEqualTo("Ada");
        assertThat(pages.listsOf(ada)).containsExactly("daily");
        assertThat(log.subSequence(before, log.length())).doesNotContain("Exception");
    }

    @Test
    void changeNoPreferencesByAFormOfAMegabyte() throws Exception {
        var ada = ada();

        var answer = pages.save(ada, "name=" + "a".repeat(1_000_000));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(pages.now(ada).name()).isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=b",
                "multipart/form-data",
                "application/x-www-form-urlencoded",
                "nonsense"
            })
    void areNotReadWhereTheLinkIsNoneOfOurs(String type) throws Exception {
        var head = "POST /preferences/none HTTP/1.1\r\nHost: harbour.example\r\nContent-Length: 1000\r\nContent-Type: "
                + type;

        assertThat(answerTo(head + "\r\n\r\n")).startsWith("HTTP/1.1 404 ").contains("This link is not complete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /archive/%00/%00",
                "GET /archive/daily/%FF%FE",
                "GET /archive/daily/+999999999-12-31T23:59:59.999999999-18:00",
                "GET /archive/daily/-999999999-01-01T00:00+18:00",
                "GET /archive/daily/9999-01-01T00:00Z",
                "GET /archive/..%2F..%2Fetc/passwd",
                "GET /archive/%",
                "GET /archive/daily;a=b/2026-03-02T07:00Z;c",
                "GET /unsubscribe/%C3%28",
                "GET /unsubscribe/a%2Fb",
                "GET /unsubscribe/a%5Cb",
                "GET /preferences/none?done=%00",
                "GET /preferences/none?done=%zz",
                "GET /reader/..%2F..%2Fapplication.properties",
                "GET /reader/%2e%2e/%2e%2e/application.properties",
                "GET /error",
                "GET /actuator/health/database/nobody",
                "GET /actuator/health/liveness/a/b",
                "GET /actuator/health/../prometheus",
                "GET //",
                "GET /\\",
                "GET *",
                "GET http://elsewhere.example/",
                "GET elsewhere",
                "OPTIONS *",
                "OPTIONS /unsubscribe/none",
                "TRACE /",
                "PROPFIND /",
                "DELETE /preferences/none",
                "PATCH /unsubscribe/none",
                "PUT /archive/daily",
                "BREW /",
                "get /",
                "HEAD /archive/daily/9999-01-01T00:00Z",
                "POST /",
                "POST /error",
                "POST /actuator/health"
            })
    void neverBreakSomethingOnOurSide(String line, CapturedOutput log) throws Exception {
        assertThat(status("%s HTTP/1.1\r\nHost: harbour.example\r\nConnection: close\r\n\r\n".formatted(line)))
                .isBetween(200, 499);
        assertThat(log.subSequence(before, log.length())).doesNotContain("Exception", " WARN ", " ERROR ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: nonsense",
                "Accept: application/json",
                "Accept: ;;;;",
                "Accept-Language: ;q=9,*-*-*",
                "Accept-Language: de,en,fr,es,it,pt,nl,sv,da,nb,fi,pl",
                "Content-Type: ;",
                "Content-Type: multipart/form-data; boundary=",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: chunked, nonsense",
                "Transfer-Encoding: chunked\r\nContent-Length: 3",
                "Host: a\r\nHost: b",
                "Range: bytes=9999-1",
                "If-Modified-Since: yesterday",
                "Expect: nonsense",
                "Origin: null",
                "Origin: ://",
                "Cookie: =;=;\"",
                "Forwarded: for=\"",
                "X-Forwarded-Host: \u0001",
                "No colon",
                ": no name"
            })
    void neverBreakSomethingByAHeader(String header, CapturedOutput log) throws Exception {
        for (var line : new String[] {"GET /", "POST /unsubscribe/none", "GET /reader/reader.css", "GET /nowhere"}) {
            assertThat(status("%s HTTP/1.1\r\nHost: harbour.example\r\nConnection: close\r\n%s\r\n\r\n"
                            .formatted(line, header)))
                    .as(line)
                    .isBetween(200, 499);
        }
        assertThat(log.subSequence(before, log.length())).doesNotContain("Exception", " WARN ", " ERROR ");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 4_000, 20_000})
    void mayNameALinkOfAnyLength(int length) throws Exception {
        assertThat(status("GET /unsubscribe/%s HTTP/1.1\r\nHost: harbour.example\r\nConnection: close\r\n\r\n"
                        .formatted("a".repeat(length))))
                .isIn(400, 404, 414);
    }

    @Test
    void holdNobodyUpByABodyThatNeverEnds() throws Exception {
        var ada = ada();
        var head = post("application/x-www-form-urlencoded", "Content-Length: 60000", "name=");

        assertThat(answerToDrops(head.formatted(pages.preferences(ada)))).startsWith("HTTP/1.1 400 ");
        assertThat(pages.now(ada).name()).isEqualTo("Ada");
    }

    @Test
    void unsubscribeAtOnceWhateverTimeTheBodyTakes() throws Exception {
        var ada = ada();
        var head = post("multipart/form-data; boundary=b", "Transfer-Encoding: chunked", "fff\r\n");

        assertThat(answerToDrops(head.formatted(pages.unsubscribe(ada))))
                .startsWith("HTTP/1.1 200 ")
                .contains("You are unsubscribed");
        assertThat(pages.listsOf(ada)).isEmpty();
    }

    @Test
    void leaveAConnectionUsableAfterABodyThatNobodyRead() throws Exception {
        var ada = ada();
        var post = "POST %s HTTP/1.1\r\nHost: harbour.example\r\nContent-Length: 26\r\n\r\nList-Unsubscribe=One-Click"
                .formatted(pages.unsubscribe(ada));

        assertThat(answerTo(post + "GET /archive/daily HTTP/1.1\r\nHost: harbour.example\r\nConnection: close\r\n\r\n"))
                .containsSubsequence("You are unsubscribed", "Editions of The Harbour Daily");
    }

    private static String post(String type, String length, String begin) {
        return String.join(
                "\r\n", "POST %s HTTP/1.1", "Host: harbour.example", "Content-Type: " + type, length, "", begin);
    }

    private static Subscriber ada() {
        return pages.reader("ada" + System.nanoTime() + "@example.org", "Ada", DAILY);
    }

    private static int status(String request) throws IOException {
        return Integer.parseInt(answerTo(request).split(" ", 3)[1]);
    }

    /** What comes back until the other side closes. */
    private static String answerTo(String request) throws IOException {
        try (var socket = connection()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** The same, while a byte follows now and then. */
    private static String answerToDrops(String request) throws IOException {
        var tap = Executors.newSingleThreadScheduledExecutor();
        try (var socket = connection()) {
            var out = socket.getOutputStream();
            out.write(request.getBytes(ISO_8859_1));
            var dripping = tap.scheduleAtFixedRate(() -> drop(socket), 20, 20, TimeUnit.MILLISECONDS);
            var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            dripping.cancel(true);
            return answer;
        } finally {
            tap.shutdownNow();
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static Socket connection() throws IOException {
        var socket = new Socket("localhost", URI.create(pages.url("/")).getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }
}
