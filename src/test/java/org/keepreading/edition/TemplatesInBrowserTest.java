package org.keepreading.edition;

import static java.util.Objects.requireNonNull;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.address.SectionKey;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.teaser.Section;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Each template as a browser shows it, images off: no picture can be fetched here. */
@Tag("browser")
class TemplatesInBrowserTest {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    @TempDir
    static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void renderThem() throws IOException {
        // Where tests must not be left out, a missing browser is a failure.
        assumeTrue(
                DRIVER.exists() || "true".equals(System.getenv("CI")), "Chromium and chromedriver are not installed.");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options());
        for (var template : List.of("digest", "brief")) {
            var html = toAda(Lighthouse.rendered(template, Lighthouse.edition()).html());
            write(template, html);
            write(template + "-bare", withoutStyle(html));
            write(
                    template + "-look",
                    toAda(Lighthouse.rendered(template, Lighthouse.edition(ownLook()))
                            .html()));
        }
        write("fifteen", toAda(Lighthouse.rendered("brief", fifteen()).html()));
    }

    private static void write(String name, String html) throws IOException {
        Files.writeString(folder.resolve(name + ".html"), html);
    }

    private static Newsletter ownLook() {
        return Lighthouse.newsletterWith("""
                look: {logo: https://lighthouse.example/logo.png, accent: "#0a6b8a", type: sans}
                subscribe-url: https://lighthouse.example/join
                """);
    }

    /** As many stories in five sections, each with a picture, and as long as a newsroom's are. */
    private static Edition fifteen() {
        var sections = IntStream.range(0, 5)
                .mapToObj(desk -> new Section(new SectionKey("desk-" + desk), "Desk " + desk))
                .map(section -> new Edition.SetSection(
                        section,
                        IntStream.range(0, section.title().equals("Desk 0") ? 2 : 3)
                                .mapToObj(story -> Lighthouse.teaser(
                                                story,
                                                section,
                                                "Night ferry to the islands sells out in nine minutes " + story)
                                        .dek(
                                                "The company blames a programming mistake. The islanders, who heard it last year, blame the company.")
                                        .image(
                                                section.key() + "-" + story,
                                                "Ferry " + story + " of " + section.title(),
                                                1200,
                                                800)
                                        .build())
                                .toList()))
                .toList();
        var lead = new Edition.Lead(Lighthouse.COAST, Lighthouse.keepers());
        return new Edition(7, Lighthouse.newsletter(), Lighthouse.SLOT, lead, sections, List.of());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "digest, 320", "digest, 375", "digest, 600", "digest, 700", "digest-bare, 320", "digest-bare, 375",
                "digest-bare, 600",
        "brief, 320", "brief, 375", "brief, 600", "brief, 700", "brief-bare, 320", "brief-bare, 375", "brief-bare, 600",
        "digest-look, 320", "brief-look, 320"
    })
    void needsNoScrollingSideways(String page, int width) {
        show(page, width, "light");

        assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                .isEqualTo((long) width);
    }

    @ParameterizedTest
    @CsvSource({
        "digest, light", "digest, dark", "digest-bare, light", "digest-look, light", "digest-look, dark",
        "brief, light", "brief, dark", "brief-bare, light", "brief-look, light", "brief-look, dark"
    })
    void isAccessible(String page, String scheme) {
        show(page, 375, scheme);

        var violations = new AxeBuilder().analyze(browser).getViolations();

        assertThat(violations).extracting(Rule::getId, Rule::getNodes).isEmpty();
    }

    @Test
    void fitsFifteenBriefStoriesOnThreePhoneScreens() {
        show("fifteen", 375, "light");

        var stories = browser.executeScript("return document.querySelectorAll('.lead, .story').length");
        var end = (Number) requireNonNull(browser.executeScript(
                "return [...document.querySelectorAll('.story')].pop().getBoundingClientRect().bottom + scrollY"));

        assertThat(stories).isEqualTo(15L);
        assertThat(end.intValue()).isLessThanOrEqualTo(3 * 700);
    }

    @ParameterizedTest
    @CsvSource({"digest, light", "digest, dark", "brief, light", "brief, dark"})
    void putsItsTextOnTheGroundThatItIsMadeFor(String page, String scheme) {
        show(page, 600, scheme);

        var ground =
                browser.executeScript("return getComputedStyle(document.querySelector('td.margin')).backgroundColor");

        assertThat(ground).isEqualTo(scheme.equals("dark") ? "rgb(22, 21, 19)" : "rgb(255, 255, 255)");
    }

    /** Those in running text are as high as its lines (WCAG 2.2, 2.5.8). */
    @ParameterizedTest
    @CsvSource({
        "digest, 320",
        "digest, 375",
        "digest, 600",
        "brief, 320",
        "brief, 375",
        "brief, 600",
        "fifteen, 375",
        "digest-look, 375",
        "brief-look, 600"
    })
    void hasLinksThatAThumbHits(String page, int width) {
        show(page, width, "light");

        assertThat(browser.executeScript("""
                        return [...document.querySelectorAll('a:not(.excerpt a)')]
                          .filter(link => link.getBoundingClientRect().height < 24).map(link => link.textContent)""")).isEqualTo(List.of());
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
