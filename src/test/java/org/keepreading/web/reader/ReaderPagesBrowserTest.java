package org.keepreading.web.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.keepreading.web.reader.RunningPages.DAILY;
import static org.keepreading.web.reader.RunningPages.WEEKEND;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.testing.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The readers' pages in a browser: by keyboard, without JavaScript, light and dark. */
@Tag("browser")
class ReaderPagesBrowserTest {
    private static final Browser browser = Browser.open();
    private static final RunningPages pages = new RunningPages();

    @AfterAll
    static void close() {
        browser.close();
        pages.close();
    }

    @Test
    void letAReaderLeaveByKeyboardAndThinkBetterOfIt() {
        var ada = pages.reader("ada@example.org", "Ada", DAILY);

        browser.driver().get(pages.url(pages.unsubscribe(ada)));
        browser.find("button").sendKeys(Keys.ENTER);
        awaitHeading("You are unsubscribed");
        assertThat(pages.listsOf(ada)).isEmpty();

        browser.find("button").sendKeys(Keys.ENTER);
        awaitHeading("You stay subscribed");
        assertThat(pages.listsOf(ada)).containsExactly("daily");

        browser.driver().findElement(By.linkText("Choose what you get")).click();
        awaitHeading("What you get");
    }

    @Test
    void letAReaderChooseASection() {
        var bea = pages.reader("bea@example.org", "Bea", DAILY, WEEKEND);

        browser.driver().get(pages.url(pages.preferences(bea)));
        browser.find("input[value=weekend]").click();
        browser.find("input[value=city]").click();
        browser.driver().findElement(By.xpath("//button[.='Save']")).click();

        await().ignoreExceptions()
                .until(() -> browser.find("[role=status]").getText().equals("Your choice is saved."));
        assertThat(pages.listsOf(bea)).containsExactly("daily");
        assertThat(pages.now(bea).sections()).containsExactly("culture");
    }

    @ParameterizedTest
    @CsvSource({"light, 375", "light, 1000", "dark, 375", "dark, 1000", "dark, 320"})
    void areAccessible(String scheme, int width) {
        browser.prefer(scheme);
        browser.resize(width, 900);
        var reader = pages.reader("reader-" + scheme + width + "@example.org", "Zoë", DAILY, WEEKEND);

        for (var path : List.of(
                pages.unsubscribe(reader),
                pages.preferences(reader) + "?done=saved",
                "/",
                "/archive/daily",
                "/nowhere")) {
            browser.driver().get(pages.url(path));
            isAccessible(path);
        }
        browser.driver().get(pages.url(pages.unsubscribe(reader)));
        browser.find("button").click();
        awaitHeading("You are unsubscribed");
        isAccessible("unsubscribed");
    }

    private static void awaitHeading(String words) {
        await().ignoreExceptions().until(() -> browser.find("h1").getText().equals(words));
    }

    private static void isAccessible(String path) {
        assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
                .as(path)
                .isEmpty();
        assertThat(browser.showsPageInItsWholeWidth()).as(path).isTrue();
    }
}
