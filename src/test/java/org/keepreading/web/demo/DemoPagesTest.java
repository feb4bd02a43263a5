package org.keepreading.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo's page shows of the mails that were caught. */
class DemoPagesTest {
    private static final RunningDemo demo = new RunningDemo();

    @BeforeAll
    static void catchADigestFullOfMischief() throws Exception {
        Post.send(demo.relay(), Post.digest("<b>Mallory</b>", "<script>alert(1)</script>", """
                        <html><head><style>@media (prefers-color-scheme: dark) { p { color: white } }</style></head>
                        <body><script>alert(1)</script><p>Good morning.</p></body></html>"""));
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void saysThatThisIsTheDemoAndHowToGoOn() throws Exception {
        assertThat(demo.get("/demo").body())
                .contains("The demo", "No mail has left this machine")
                .contains("sources add", "newsletters apply", "subscribers import", "spring.mail.host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo", "/demo/messages/1?view=source", "/demo/messages/1?view=text"})
    void escapesWhatAMessageSays(String page) throws Exception {
        assertThat(demo.get(page).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;Mallory&lt;/b&gt;")
                .doesNotContain("<script>alert", "<b>Mallory");
    }

    @Test
    void putsAMessageIntoASandboxWithoutScripts() throws Exception {
        var policy = demo.get("/demo/messages/1/html").headers().firstValue("Content-Security-Policy");

        assertThat(policy)
                .hasValueSatisfying(value -> assertThat(value)
                        .startsWith("sandbox ")
                        .contains("default-src 'none'")
                        .doesNotContain("allow-scripts", "allow-same-origin", "script-src"));
    }

    @Test
    void letsThePageItselfRunItsOwnScriptAlone() throws Exception {
        assertThat(demo.get("/demo").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(value -> assertThat(value).contains("default-src 'none'", "script-src 'self'"));
    }

    @Test
    void showsAMessageAsOnALightOrADarkScreen() throws Exception {
        assertThat(demo.get("/demo/messages/1/html?scheme=dark").body())
                .contains("@media (min-width: 0) { p { color: white } }", ":root{color-scheme:dark;");
        assertThat(demo.get("/demo/messages/1/html?scheme=light").body())
                .contains("@media (max-width: 0) { p { color: white } }", ":root{color-scheme:light;");
    }

    @Test
    void listsWhatArrivedSince() throws Exception {
        assertThat(demo.get("/demo/arrivals?after=0&view=text&scheme=light").body())
                .contains("data-number=\"1\"", "href=\"/demo/messages/1?view=text&amp;scheme=light\"");
        assertThat(demo.get("/demo/arrivals?after=1&view=text&scheme=light").body())
                .isBlank();
    }

    @Test
    void tellsTheArticleThatKeepReadingLeadsTo() throws Exception {
        assertThat(demo.get("/demo/articles/last-ferry").body())
                .contains("The captain of the last ferry is not ready to go ashore", "/demo/pictures/ferry.png")
                .contains("This is the demo");
        assertThat(demo.get("/demo/articles/halyard-tea").body()).contains("Paid for by Halyard Tea Company");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/demo/pictures/ferry.png",
                "/demo/page/demo.css",
                "/demo/page/demo.js",
                "/demo/page/icon.svg",
                "/demo/files/teasers.json",
                "/demo/files/newsletter.yaml",
                "/demo/files/subscribers.csv"
            })
    void servesItsOwnFiles(String path) throws Exception {
        assertThat(demo.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/demo/messages/2",
                "/demo/messages/2/html",
                "/demo/articles/none",
                "/demo/pictures/none.png",
                "/demo/templates/demo.ftlh",
                "/demo/page/..%2Fteasers.json"
            })
    void hasNothingElse(String path) throws Exception {
        assertThat(demo.get(path).statusCode()).isBetween(400, 404);
    }
}
