package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.source.Seed;

/** Sources and imports by command. */
class SourceCommandsTest {
    private static final String FEEDS = "src/test/resources/feeds/";

    private final Shell shell = new Shell();

    @Test
    void importAFileWithAReport() {
        var first = shell.run("import", FEEDS + "one-item-without-link-one-without-title.xml", "--source", "harbour");
        var second = shell.run(
                "import", FEEDS + "one-item-without-link-one-without-title.xml", "--source", "harbour", "--json");

        assertThat(first.status()).isZero();
        assertThat(first.out()).isEqualTo("""
                        2 new, 0 updated, 0 unchanged, 3 refused
                        made section harbour ("Harbour")
                        refused entry 2 ("Lost its link"): has no link to its article.
                        refused entry 3: has no headline.
                        refused entry 4 ("Phones"): links to "javascript:alert(1)", which is no address of the web. An article's begins with https:// or http://.
                        """);
        assertThat(second.out())
                .startsWith(
                        "{\n  \"new\" : 0,\n  \"updated\" : 0,\n  \"unchanged\" : 2,\n  \"refused\" : [ {\n    \"entry\" : \"entry 2 (")
                .doesNotContain("made");
    }

    @ParameterizedTest
    @CsvSource({"feed.xml", "teasers.json"})
    void importTheSeedsSixTeasersIntoAnEmptyStore(String name) {
        var imported = shell.run(
                "import", Seed.file(name).toString(), "--sponsor", "collaboration-platforms=A sponsor of Protocol");

        assertThat(imported.out())
                .startsWith("6 new, 0 updated, 0 unchanged, 0 refused\n")
                .contains("made section workplace (\"Protocol | Workplace\")\n");
        assertThat(shell.run("teasers", "list", "--section", "workplace").out())
                .contains("(paid for by A sponsor of Protocol)")
                .hasLineCount(2);
    }

    @Test
    void sayWhatIsWrongWithAFileAndFail() {
        var ran = shell.run("import", FEEDS + "web-page-with-a-feed.html");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .isEqualTo(
                        FEEDS
                                + "web-page-with-a-feed.html is an HTML page, not a feed; it links to /rss.xml. Use that address.\n");
    }

    @Test
    void fetchNoPrivateAddress() {
        var ran = shell.run("import", "http://169.254.169.254/latest/meta-data/");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("169.254.169.254 is not on the public internet");
    }

    @Test
    void exportWhatImportTakes(@TempDir Path folder) throws IOException {
        shell.run("import", FEEDS + "rss-1.0.xml", "--source", "harbour");
        var file = folder.resolve("teasers.json");

        shell.run("teasers", "export", "--out", file.toString());

        assertThat(Files.readString(file)).contains("\"headline\" : \"The last ferry\"", "\"sectionTitle\" : \"City\"");
        assertThat(shell.run("import", file.toString(), "--source", "harbour").out())
                .startsWith("0 new, 0 updated, 1 unchanged, 0 refused");
        assertThat(shell.run("teasers", "export").out()).isEqualToIgnoringNewLines(Files.readString(file));
    }

    @Test
    void markArticlesWhicheverTeaserIsNamed() {
        shell.run("import", FEEDS + "rss-1.0.xml", "--source", "harbour");
        shell.run("import", FEEDS + "rss-1.0.xml", "--source", "wire");

        assertThat(shell.run("teasers", "hide", "1").out()).isEqualTo("""
                        Teaser 1 is hidden: no edition takes its article, whoever brings it.
                          So is teaser 2, the same article from source wire.
                        """);
        assertThat(shell.run("teasers", "pin", "2").out()).isEqualTo("""
                        Teaser 2 is pinned: the next edition that may carry its article leads with it.
                          So is teaser 1, the same article from source harbour.
                        """);
        assertThat(shell.run("teasers", "list").out())
                .contains("The last ferry (pinned) (hidden)\n")
                .contains("The last ferry (the same article as 2) (pinned) (hidden)\n");
        assertThat(shell.run("teasers", "unhide", "2").out()).isEqualTo("""
                        Teaser 2 is hidden no more.
                          So is teaser 1, the same article from source harbour.
                        """);
        assertThat(shell.run("teasers", "unpin", "1").out())
                .contains("Teaser 1 is pinned no more.\n", "So is teaser 2");
        assertThat(shell.run("teasers", "show", "1").out())
                .contains("headline     The last ferry\n", "author       Ana Reis\n", "section      city\n")
                .contains("also as      teaser 2 from source wire\n")
                .doesNotContain("hidden", "pinned");
        assertThat(shell.run("teasers", "show", "1", "--json").out()).contains("\"id\" : 1", "\"twins\" : [ 2 ]");
    }

    @Test
    void sayThatThereIsNoSuchTeaser() {
        var ran = shell.run("teasers", "hide", "7");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo("There is no teaser 7. \"teasers list\" shows the numbers of those that are.\n");
    }

    @Test
    void addListFetchAndRemoveASource() {
        var added = shell.run(
                "sources",
                "add",
                "harbour",
                "http://10.0.0.1/rss.xml",
                "--every",
                "1h",
                "--section",
                "city-desk",
                "--map",
                "Porto=city-desk");

        assertThat(added.out())
                .isEqualTo(
                        "Source harbour is fetched every 1h while the server runs, and now by \"sources fetch harbour\".\n");
        assertThat(shell.run("sources", "list").out())
                .isEqualTo("harbour              http://10.0.0.1/rss.xml, every 1h, not read yet\n");
        var fetched = shell.run("sources", "fetch");
        assertThat(fetched.status()).isEqualTo(1);
        assertThat(fetched.err())
                .startsWith(
                        "harbour: 10.0.0.1 is not on the public internet. If it is a source of your own network, write"
                                + " keepreading.source.allowed-private-hosts=10.0.0.1:80 into config/application.properties")
                .containsPattern("next try [0-9-]{10} [0-9]{2}:[0-9]{2} UTC\\.");
        assertThat(shell.run("sources", "fetch", "--json").out()).contains("\"problem\" : \"10.0.0.1 is not");
        assertThat(shell.run("sources", "list").out()).contains("failed 2 times, next try ");
        assertThat(shell.run("sources", "list", "--json").out()).contains("\"failures\" : 2");
        assertThat(shell.run("sources", "remove", "harbour").out())
                .isEqualTo("Source harbour is polled no more; its teasers stay.\n");
        assertThat(shell.run("sources", "list").out()).isEmpty();
    }

    @Test
    void refuseWrongUse() {
        assertThat(shell.run("sources", "add", "No Key", "https://harbour.example/rss.xml")
                        .status())
                .isEqualTo(2);
        assertThat(shell.run("sources", "add", "harbour", "https://harbour.example/rss.xml", "--every", "soon")
                        .err())
                .contains(
                        "--every: \"soon\" is no pause between two fetches. Write one from a minute to a year, such as 15m, 2h or 1d.");
        assertThat(shell.run("sources", "add", "harbour", "file:///etc/passwd").err())
                .startsWith("URL: \"file:///etc/passwd\" is no address of a feed. It begins with https:// or http://");
        assertThat(shell.run("sources", "remove", "harbour").err()).contains("There is no source \"harbour\".");
    }
}
