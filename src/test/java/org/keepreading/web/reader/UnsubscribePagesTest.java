package org.keepreading.web.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.web.reader.RunningPages.DAILY;
import static org.keepreading.web.reader.RunningPages.WEEKEND;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.journal.Journal;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.subscriber.Consent;
import org.keepreading.subscriber.LinkTokens;
import org.keepreading.subscriber.ListIntake;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.Purpose;
import org.keepreading.subscriber.Status;
import org.keepreading.subscriber.SubscriberEntry;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.ReadLog;

/** Unsubscribing by one click, and by none that a link scanner makes. */
class UnsubscribePagesTest {
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";
    private static final RunningPages pages = new RunningPages();

    @AfterAll
    static void close() {
        pages.close();
    }

    @Test
    void changeNothingForALinkScanner() throws Exception {
        var ada = pages.reader("scanned@example.org", "Ada", DAILY);

        var page = pages.get(pages.unsubscribe(ada));
        var head = pages.head(pages.unsubscribe(ada));
        var undo = pages.get(pages.unsubscribe(ada) + "/undo");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Unsubscribe from The Harbour Daily?").containsOnlyOnce("<button");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(undo.statusCode()).isEqualTo(405);
        assertThat(pages.listsOf(ada)).containsExactly("daily");
    }

    @Test
    void unsubscribeByOneClickWithoutRedirectOrCookie() throws Exception {
        var ada = pages.reader("one-click@example.org", "Ada", DAILY, WEEKEND);

        var answer = pages.post(pages.unsubscribe(ada), ONE_CLICK);
        var again = pages.post(pages.unsubscribe(ada), ONE_CLICK);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("You are unsubscribed").contains("o•••@example.org");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(pages.listsOf(ada)).containsExactly("weekend");
    }

    @Test
    void workOnWhenTheNewsletterAndItsListAreRemoved() throws Exception {
        var former = new NewsletterKey("former");
        var list = new ListKey("former");
        pages.bean(Newsletters.class)
                .apply(NewsletterFile.parse(
                        "former.yaml",
                        Harbour.DAILY
                                .replace("key: daily", "key: former")
                                .replace("lists: [daily]", "lists: [former]")));
        pages.bean(Lists.class).ensure(list, "Former");
        var ada = pages.reader("former@example.org", "Ada", list);
        var link = "/unsubscribe/" + pages.bean(LinkTokens.class).token(Purpose.UNSUBSCRIBE, ada.id(), "former");
        pages.bean(Newsletters.class).remove(former);
        pages.bean(Lists.class).remove(list);

        var page = pages.get(link);
        var answer = pages.post(link, ONE_CLICK);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("The Harbour Daily");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(pages.get("/archive/former").statusCode()).isEqualTo(200);
        pages.bean(Lists.class).ensure(list, "Former");
        var again = pages.bean(ListIntake.class).take(List.of(SubscriberEntry.of(ada.email(), "Ada")), list);
        assertThat(again.keptUnsubscribed()).isEqualTo(1);
    }

    @Test
    void tellByWhichWayAReaderLeft() throws Exception {
        var ada = pages.reader("told-ada@example.org", "Ada", DAILY);
        var bob = pages.reader("told-bob@example.org", "Bob", DAILY);
        var form = Jsoup.parse(pages.get(pages.unsubscribe(bob)).body()).select("form");

        try (var log = ReadLog.of(Journal.class)) {
            pages.post(pages.unsubscribe(ada), ONE_CLICK);
            pages.post(form.attr("action"), "");

            assertThat(pages.listsOf(bob)).isEmpty();
            assertThat(log.lines())
                    .containsExactly(
                            "INFO Subscriber %d left daily, by one click in their mail program".formatted(ada.id()),
                            "INFO Subscriber %d left daily, on the unsubscribe page".formatted(bob.id()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=b, '--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n'",
        "multipart/form-data, no boundary at all",
        "application/json, {broken",
        "text/plain, ''",
        "application/x-www-form-urlencoded, %%%"
    })
    void unsubscribeWhateverTheBodySays(String type, String body) throws Exception {
        var ada = pages.reader("body" + type.hashCode() + "@example.org", "Ada", DAILY);

        assertThat(pages.post(pages.unsubscribe(ada), body, type).statusCode()).isEqualTo(200);

        assertThat(pages.now(ada).status()).isEqualTo(Status.UNSUBSCRIBED);
    }

    @Test
    void takeItBackWhenItWasAMistake() throws Exception {
        var ada = pages.reader("mistaken@example.org", "Ada", DAILY);
        pages.post(pages.unsubscribe(ada), ONE_CLICK);

        assertThat(pages.get(pages.unsubscribe(ada)).body()).contains("Stay subscribed");
        var answer = pages.post(pages.unsubscribe(ada) + "/undo", "");

        assertThat(answer.body()).contains("You stay subscribed");
        assertThat(pages.listsOf(ada)).containsExactly("daily");
        assertThat(pages.now(ada).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void leaveEveryListWhereTheNewsletterIsGone() throws Exception {
        var ada = pages.reader("old-mail@example.org", "Ada", DAILY, WEEKEND);
        var token = pages.bean(LinkTokens.class).token(Purpose.UNSUBSCRIBE, ada.id(), "long-gone");

        assertThat(pages.post("/unsubscribe/" + token, ONE_CLICK).statusCode()).isEqualTo(200);

        assertThat(pages.listsOf(ada)).isEmpty();
    }

    @Test
    void sayThatItIsDoneAlsoToWhoWasErased() throws Exception {
        var ada = pages.reader("erased@example.org", "Ada", DAILY);
        pages.bean(Consent.class).erase(ada.email(), "ada");

        var page = pages.get(pages.unsubscribe(ada));
        var answer = pages.post(pages.unsubscribe(ada), ONE_CLICK);

        assertThat(page.body()).contains("You are unsubscribed").doesNotContain("Stay subscribed");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("You are unsubscribed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/unsubscribe/abc", "/unsubscribe/%F0%9F%98%80", "/preferences/abc", "/unsubscribe/abc/undo"})
    void sayClearlyThatALinkIsBroken(String path) throws Exception {
        var answer = path.endsWith("undo") ? pages.post(path, "") : pages.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This link is not complete");
    }

    @Test
    void takeNoLinkForAnotherPurpose() throws Exception {
        var ada = pages.reader("purpose@example.org", "Ada", DAILY);
        var crossed = pages.preferences(ada).replace("/preferences/", "/unsubscribe/");
        var crossedBack = pages.unsubscribe(ada).replace("/unsubscribe/", "/preferences/");

        assertThat(pages.post(crossed, ONE_CLICK).statusCode()).isEqualTo(404);
        assertThat(pages.get(crossedBack).statusCode()).isEqualTo(404);
        assertThat(pages.listsOf(ada)).containsExactly("daily");
    }

    @Test
    void letNoTokenLeakAndNothingForeignIn() throws Exception {
        var ada = pages.reader("headers@example.org", "Ada", DAILY);

        for (var path : new String[] {pages.unsubscribe(ada), pages.preferences(ada), "/unsubscribe/abc", "/nowhere"}) {
            var headers = pages.get(path).headers();
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("X-Robots-Tag")).contains("none");
            assertThat(headers.allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void showErrorsInTheSameDress() throws Exception {
        var nowhere = pages.get("/nowhere");

        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("There is no such page").contains("/reader/reader.css");
        assertThat(pages.get("/reader/reader.css").statusCode()).isEqualTo(200);
    }
}
