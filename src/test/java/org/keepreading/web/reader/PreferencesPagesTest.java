package org.keepreading.web.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.web.reader.RunningPages.DAILY;
import static org.keepreading.web.reader.RunningPages.WEEKEND;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.keepreading.subscriber.Consent;
import org.keepreading.subscriber.Status;

/** What a reader may choose, and that only a POST changes it. */
class PreferencesPagesTest {
    private static final RunningPages pages = new RunningPages();

    @AfterAll
    static void close() {
        pages.close();
    }

    @Test
    void escapeWhatAReaderIsCalled() throws Exception {
        var mallory = pages.reader("mallory@example.org", "\"><script>alert(1)</script>${7*7}", DAILY);

        var page = pages.get(pages.preferences(mallory)).body();

        assertThat(page)
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;${7*7}\"")
                .doesNotContain("<script>");
    }

    @Test
    void keepNameListsAndSections() throws Exception {
        var ada = pages.reader("ada@example.org", "Ada", DAILY, WEEKEND);

        var saved = pages.save(ada, "name=Ada+L%0D%0ABcc%3A+eve&list=daily&section=city");

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(pages.listsOf(ada)).containsExactly("daily");
        assertThat(pages.now(ada).name()).isEqualTo("Ada L Bcc: eve");
        assertThat(pages.now(ada).sections()).containsExactly("city");
        assertThat(pages.get(saved.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Your choice is saved.")
                .contains("value=\"city\" checked")
                .contains("value=\"culture\">");
    }

    @Test
    void takeAllSectionsOrNoneForAll() throws Exception {
        var ada = pages.reader("all@example.org", "Ada", DAILY);

        pages.save(ada, "list=daily&section=city&section=culture&section=forged");
        assertThat(pages.now(ada).sections()).isEmpty();

        pages.save(ada, "list=daily&section=culture");
        pages.save(ada, "list=daily");
        assertThat(pages.now(ada).sections()).isEmpty();
    }

    @Test
    void letNobodyOntoAListThatWasNotOffered() throws Exception {
        var ada = pages.reader("curious@example.org", "Ada", DAILY);

        pages.save(ada, "list=daily&list=weekend&list=%00");

        assertThat(pages.listsOf(ada)).containsExactly("daily");
    }

    @Test
    void pauseAndSendAgain() throws Exception {
        var ada = pages.reader("away@example.org", "Ada", DAILY);

        pages.post(pages.preferences(ada) + "/pause", "");
        assertThat(pages.now(ada).status()).isEqualTo(Status.PAUSED);
        assertThat(pages.get(pages.preferences(ada)).body()).contains("Paused until ");

        pages.post(pages.preferences(ada) + "/resume", "");
        assertThat(pages.now(ada).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void leaveEverythingAndComeBack() throws Exception {
        var ada = pages.reader("back@example.org", "Ada", DAILY, WEEKEND);

        pages.post(pages.preferences(ada) + "/leave", "");
        assertThat(pages.now(ada).status()).isEqualTo(Status.UNSUBSCRIBED);

        pages.save(ada, "name=Ada&list=weekend");
        assertThat(pages.listsOf(ada)).containsExactly("weekend");
        assertThat(pages.now(ada).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void changeNothingWhenTheyAreOnlyLookedAt() throws Exception {
        var ada = pages.reader("looked-at@example.org", "Ada", DAILY);

        for (var action : List.of("", "/pause", "/resume", "/leave")) {
            pages.get(pages.preferences(ada) + action);
            pages.head(pages.preferences(ada) + action);
        }

        assertThat(pages.now(ada)).isEqualTo(ada);
        assertThat(pages.listsOf(ada)).containsExactly("daily");
    }

    @Test
    void sayThatThereIsNothingLeftOfWhoWasErased() throws Exception {
        var ada = pages.reader("gone@example.org", "Ada", DAILY);
        pages.bean(Consent.class).erase(ada.email(), "ada");

        var page = pages.get(pages.preferences(ada));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing left to choose");
    }
}
