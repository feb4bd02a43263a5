package org.keepreading.web.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.selenium.AxeBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.testing.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The demo's page in a browser. */
@Tag("browser")
class DemoPageBrowserTest {
    private static final Browser browser = Browser.open();

    private final RunningDemo demo = new RunningDemo();

    @AfterEach
    void stop() {
        demo.close();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void showsMessagesAsTheyArrive() throws Exception {
        browser.driver().get(demo.url("/demo"));
        assertThat(browser.find("#letter-title").getText()).isEqualTo("The first edition is on its way");

        Post.send(demo.relay(), Post.digest("Ada", "The first"));
        await().atMost(10, SECONDS).ignoreExceptions().until(() -> heading().equals("The first"));

        Post.send(demo.relay(), Post.digest("Inês", "The second"));
        await().atMost(10, SECONDS).until(() -> count().equals("2 messages"));
        assertThat(heading()).as("the message that is read stays").isEqualTo("The first");
        assertThat(browser.driver().findElements(By.cssSelector(".entry-to")))
                .extracting(to -> to.getText())
                .containsExactly("Inês", "Ada");
    }

    @Test
    void opensAMessageAndItsPartsByKeyboard() throws Exception {
        Post.send(demo.relay(), Post.digest("Ada", "The first"));
        Post.send(demo.relay(), Post.digest("Inês", "The second"));
        browser.driver().get(demo.url("/demo"));

        browser.find("li[data-number='1'] .entry").sendKeys(Keys.ENTER);
        await().atMost(10, SECONDS).ignoreExceptions().until(() -> heading().equals("The first"));
        browser.driver().findElement(By.linkText("Text")).sendKeys(Keys.ENTER);
        await().atMost(10, SECONDS)
                .until(() -> !browser.driver().findElements(By.tagName("pre")).isEmpty());

        assertThat(browser.find(".words").getText()).isEqualTo("Good morning, Ada.");
    }

    @ParameterizedTest
    @CsvSource({"phone, 375", "desktop, 700"})
    void showsAMessageAtItsWidth(String view, int width) throws Exception {
        Post.send(demo.relay(), Post.digest("Ada", "The first"));
        browser.resize(1280, 900);

        browser.driver().get(demo.url("/demo/messages/1?view=" + view));

        assertThat(browser.find("iframe").getSize().getWidth()).isEqualTo(width);
    }

    @Test
    void runsNoScriptOfAMessage() throws Exception {
        var html = "<html><head></head><body><p id=seen>as it was sent</p>"
                + "<script>document.getElementById('seen').textContent = 'changed'</script></body></html>";
        Post.send(demo.relay(), Post.digest("Mallory", "Mischief", html));

        browser.driver().get(demo.url("/demo/messages/1/html"));

        assertThat(browser.find("#seen").getText()).isEqualTo("as it was sent");
    }

    @Test
    void opensALinkOfAMessageBesideThePage() throws Exception {
        var link = "<html><head></head><body><a href='" + demo.url("/demo/articles/last-ferry") + "'>Keep Reading</a>";
        Post.send(demo.relay(), Post.digest("Ada", "The first", link));
        browser.driver().get(demo.url("/demo"));
        var page = browser.driver().getWindowHandle();

        browser.driver().switchTo().frame(browser.find("iframe"));
        browser.driver().findElement(By.linkText("Keep Reading")).sendKeys(Keys.ENTER);
        await().atMost(10, SECONDS)
                .until(() -> browser.driver().getWindowHandles().size() == 2);

        browser.driver().getWindowHandles().stream()
                .filter(window -> !window.equals(page))
                .forEach(browser.driver().switchTo()::window);
        await().atMost(10, SECONDS)
                .ignoreExceptions()
                .until(() -> browser.find("h1").getText().startsWith("The captain of the last ferry"));
        browser.driver().close();
        browser.driver().switchTo().window(page);
    }

    @ParameterizedTest
    @CsvSource({
        "light, 1280, /demo/messages/1",
        "dark, 1280, /demo/messages/1",
        "light, 360, /demo/messages/1?view=desktop",
        "dark, 360, /demo/messages/1?view=text",
        "light, 1280, /demo/messages/1?view=source",
        "light, 1280, /demo/articles/halyard-tea",
        "dark, 360, /demo/articles/last-ferry"
    })
    void isAccessible(String scheme, int width, String path) throws Exception {
        Post.send(demo.relay(), Post.digest("Ada", "The first"));
        browser.prefer(scheme);
        browser.resize(width, 900);

        browser.driver().get(demo.url(path));

        assertThat(new AxeBuilder()
                        .disableIframeTesting()
                        .analyze(browser.driver())
                        .getViolations())
                .isEmpty();
        assertThat(browser.showsPageInItsWholeWidth()).isTrue();
    }

    private String heading() {
        return browser.find("#letter-title").getText();
    }

    private String count() {
        return browser.find("[data-count]").getText();
    }
}
