package org.keepreading.web.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Editions;
import org.keepreading.testing.Harbour;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An edition as a web page, for whoever may see it. */
class WebVersionsTest {
    private static final RunningPages pages = new RunningPages();

    @AfterAll
    static void close() {
        pages.close();
    }

    @Test
    void showAnEditionToWhoeverComesByWithNobodysLinks() throws Exception {
        pages.publishes("2026-03-02T07:00:00Z");

        var page = pages.get("/archive/daily/2026-03-02T07:00:00Z");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Ferry stops", "What the council &amp; its critics say")
                .contains("href=\"http://localhost:8080/\"")
                .contains("http://localhost:8080/archive/daily/2026-03-02T07:00:00Z")
                .doesNotContain("/unsubscribe/", "/preferences/", "This email was sent to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-03T07:00Z", "2026-03-03T07:00:00Z", "2026-03-03T08:00+01:00", "2026-03-03T07%3A00Z"})
    void knowASlotHoweverItIsWritten(String slot) throws Exception {
        if (pages.bean(Editions.class)
                .find(Harbour.daily().key(), Instant.parse("2026-03-03T07:00:00Z"))
                .isEmpty()) {
            pages.publishes("2026-03-03T07:00:00Z");
        }

        assertThat(pages.get("/archive/daily/" + slot).statusCode()).isEqualTo(200);
    }

    @Test
    void runNothingThatAnEditionBrings() throws Exception {
        pages.publishes("2026-03-04T07:00:00Z");

        var headers = pages.get("/archive/daily/2026-03-04T07:00:00Z").headers();

        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox ")
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("script");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/archive/daily/2026-03-05T07:00:00Z",
                "/archive/daily/yesterday",
                "/archive/Daily!/2026-03-02T07:00:00Z",
                "/archive/weekly/2026-03-02T07:00:00Z",
                "/archive/daily/2026-03-06T07:00:00Z",
                "/archive/daily/2026-03-07T07:00:00Z"
            })
    void haveNoneOfWhatWasNeverSentOrWasCalledBack(String path) throws Exception {
        var editions = pages.bean(Editions.class);
        if (path.contains("03-06")) {
            var slot = Instant.parse("2026-03-06T07:00:00Z");
            editions.skip(Harbour.daily(), slot, Cause.SCHEDULE, "nothing new", List.of());
        }
        if (path.contains("03-07")) {
            editions.cancel(pages.publishes("2026-03-07T07:00:00Z").id(), "a wrong name");
        }

        var page = pages.get(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such edition");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("style-src 'self'");
    }

    @Test
    void areListedWhereEachMailSaysThatTheArchiveIs() throws Exception {
        pages.publishes("2026-03-08T07:00:00Z");

        var archive = pages.get("/archive/daily");

        assertThat(archive.body())
                .contains("Editions of The Harbour Daily", "Sunday 8 March 2026", ">Ferry stops</a>")
                .contains("href=\"/archive/daily/2026-03-08T07:00:00Z\"");
        assertThat(archive.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("style-src 'self'");
        assertThat(pages.get("/archive/nothing").statusCode()).isEqualTo(404);
        assertThat(pages.get("/archive/No!").statusCode()).isEqualTo(404);
    }

    @Test
    void areListedWithoutALookIntoTheirContent() throws Exception {
        var id = pages.publishes("2026-03-09T07:00:00Z").id();
        pages.bean(JdbcClient.class)
                .sql("update edition set content = 'unreadable' where id = ?")
                .param(id)
                .update();

        assertThat(pages.get("/archive/daily").body()).contains("Monday 9 March 2026", ">Ferry stops</a>");
    }

    @Test
    void areFoundBehindAnyNumberThatWereNotSent() throws Exception {
        pages.publishes("2030-01-07T07:00:00Z");
        for (var day = 1; day <= 50; day++) {
            var slot = Instant.parse("2030-02-01T07:00:00Z").plus(day, ChronoUnit.DAYS);
            pages.bean(Editions.class).skip(Harbour.daily(), slot, Cause.SCHEDULE, "nothing new", List.of());
        }

        assertThat(pages.get("/").body()).contains("/archive/daily/2030-01-07T07:00:00Z");
        assertThat(pages.get("/archive/daily").body()).contains("/archive/daily/2030-01-07T07:00:00Z");
    }

    @Test
    void areReachedFromTheFrontPage() throws Exception {
        pages.publishes("2031-01-06T07:00:00Z");

        var front = pages.get("/").body();

        assertThat(front)
                .contains("The Harbour Daily", "Next edition: ", ", 07:00", "(Lisbon)")
                .contains("href=\"/archive/daily/2031-01-06T07:00:00Z\"")
                .contains("Monday 6 January");
    }
}
