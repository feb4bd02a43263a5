package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.keepreading.edition.Lighthouse.toAda;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The digest as a browser shows it, images off: no picture can be fetched here. */
@Tag("browser")
class DigestInBrowserTest {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    @TempDir
    static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void openTheDigest() throws IOException {
        // Where tests must not be left out, a missing browser is a failure.
        assumeTrue(
                DRIVER.exists() || "true".equals(System.getenv("CI")), "Chromium and chromedriver are not installed.");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options());
        for (var name : List.of("digest", "bare")) {
            var html = toAda(Lighthouse.digest(Lighthouse.edition()).html());
            Files.writeString(folder.resolve(name + ".html"), name.equals("bare") ? withoutStyle(html) : html);
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @ParameterizedTest
    @CsvSource({"digest, 320", "digest, 375", "digest, 600", "digest, 700", "bare, 320", "bare, 375", "bare, 600"})
    void needsNoScrollingSideways(String page, int width) {
        show(page, width, "light");

        assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                .isEqualTo((long) width);
    }

    @ParameterizedTest
    @CsvSource({"digest, light", "digest, dark", "bare, light"})
    void isAccessible(String page, String scheme) {
        show(page, 375, scheme);

        var violations = new AxeBuilder().analyze(browser).getViolations();

        assertThat(violations).extracting(Rule::getId, Rule::getNodes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void putsItsTextOnTheGroundThatItIsMadeFor(String scheme) {
        show("digest", 600, scheme);

        var ground =
                browser.executeScript("return getComputedStyle(document.querySelector('td.margin')).backgroundColor");

        assertThat(ground).isEqualTo(scheme.equals("dark") ? "rgb(22, 21, 19)" : "rgb(255, 255, 255)");
    }

    private void show(String page, int width, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.get(folder.resolve(page + ".html").toUri().toString());
    }

    private static ChromeOptions options() {
        return new ChromeOptions()
                .setBinary(CHROMIUM)
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--user-data-dir=" + folder.resolve("profile"));
    }

    private static String withoutStyle(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "");
    }
}
