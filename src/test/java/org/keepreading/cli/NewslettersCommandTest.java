package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.testing.Harbour;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Newsletters as files, applied, listed, paused and removed by command. */
class NewslettersCommandTest {
    @TempDir
    private Path folder;

    private final Shell shell = new Shell();

    @Test
    void takesANewsletterFromItsFileAndGivesItBack() throws IOException {
        var file = file("daily.yaml", Harbour.DAILY);

        var applied = shell.run("newsletters", "apply", file);
        assertThat(applied.status()).isZero();
        assertThat(applied.out()).startsWith("daily: new, next ");
        assertThat(applied.err())
                .contains("daily: section \"city\" is new, no teaser is in it yet.\n")
                .contains("daily: list \"daily\" is new, nobody is on it yet.\n");

        var again = shell.run("newsletters", "apply", file);
        assertThat(again.out()).startsWith("daily: unchanged, next ");
        assertThat(again.err()).isEmpty();

        var exported = shell.run("newsletters", "export", "daily");
        assertThat(exported.status()).isZero();
        assertThat(NewsletterFile.parse("exported.yaml", exported.out())).isEqualTo(Harbour.daily());

        assertThat(shell.run("newsletters", "show", "daily").out())
                .startsWith("The Harbour Daily (daily)\n")
                .contains("  sections  city (3), culture (2)\n");
        assertThat(shell.run("newsletters", "list", "--json").out()).contains("\"key\" : \"daily\"");
    }

    @Test
    void saysHowANewsletterLooksAndHowMuchItsTeasersShow() throws IOException {
        var file = file(
                "daily.yaml",
                Harbour.DAILY.replace("teasers: 2}", "teasers: 2, excerpt: none}")
                        + "excerpt: 300\nlook: {accent: \"#0b6b3a\", type: sans}\n");
        shell.run("newsletters", "apply", file);

        assertThat(shell.run("newsletters", "show", "daily").out())
                .contains("  excerpts  300, culture none\n")
                .contains("  look      accent #0b6b3a, in dark mode #1");
        assertThat(shell.run("newsletters", "export", "daily").out())
                .contains("excerpt: 300\n", "look: {accent: '#0b6b3a', type: sans}\n");
    }

    @Test
    void nameTheAddressThatNoLetterCanCarryWhereAVersionBeforeTookIt() throws IOException {
        shell.run("newsletters", "apply", file("daily.yaml", Harbour.DAILY));
        try (var app = shell.installation().open().context()) {
            app.getBean(JdbcClient.class)
                    .sql("update newsletter set definition = replace(definition, 'daily@', 'josé@')")
                    .update();
        }

        var sentence =
                "Newsletter \"daily\" has a sender address that no letter can carry: \"josé@harbour.example\" is not";
        assertThat(shell.run("newsletters", "list").out()).contains("\n  x " + sentence);
        assertThat(shell.run("newsletters", "list", "--json").out())
                .contains("\"mistakes\" : [ \"Newsletter \\\"daily\\\" has");
        assertThat(shell.run("newsletters", "show", "daily").out())
                .contains("  from      The Harbour <josé@harbour.example>\n", sentence);
        assertThat(shell.run("doctor").out()).contains(sentence);
        var exported = shell.run("newsletters", "export", "daily").out();
        assertThat(exported).contains("address: josé@harbour.example");

        assertThat(shell.run("newsletters", "apply", file("old.yaml", exported)).err())
                .contains("old.yaml, line 7: \"josé@harbour.example\" is not plain ASCII before the @");
        var mended = file("mended.yaml", exported.replace("josé@", "jose@"));
        assertThat(shell.run("newsletters", "apply", mended).out()).startsWith("daily: changed, next ");
        assertThat(shell.run("newsletters", "list").out()).doesNotContain("  x ");
    }

    @Test
    void takesNothingWhereOneFileHasAMistakeAndTellsThemAll() throws IOException {
        var good = file("daily.yaml", Harbour.DAILY);
        var bad = file(
                "weekly.yaml",
                Harbour.DAILY.replace("key: daily", "key: weekly").replace("0 0 7", "0 7"));
        var worse = file("evening.yaml", "key: evening\n");

        var applied = shell.run("newsletters", "apply", good, bad, worse);

        assertThat(applied.status()).isEqualTo(1);
        assertThat(applied.err())
                .contains("weekly.yaml, line 5: \"0 7 ? * MON-FRI\" has 5 fields")
                .contains("evening.yaml, line 1: \"title\" is missing");
        assertThat(shell.run("newsletters", "list").out()).isEmpty();
    }

    @Test
    void pauseAndGoOn() throws IOException {
        shell.run("newsletters", "apply", file("daily.yaml", Harbour.DAILY));

        var paused = shell.run("newsletters", "pause", "daily");
        assertThat(paused.out()).startsWith("daily is paused: nothing goes by its schedule until");
        assertThat(shell.run("newsletters", "list").out()).contains("(paused since ");
        assertThat(shell.run("newsletters", "show", "daily", "--json").out()).contains("\"next\" : null");
        assertThat(shell.run("newsletters", "resume", "daily").out()).startsWith("daily goes on: next ");
        assertThat(shell.run("newsletters", "pause", "dayly").status()).isEqualTo(1);
    }

    @Test
    void tellWhoPausedResumedAndRemoved() throws IOException {
        shell.run("newsletters", "apply", file("daily.yaml", Harbour.DAILY));

        shell.run("newsletters", "pause", "daily");
        shell.run("newsletters", "pause", "daily");
        shell.run("newsletters", "resume", "daily");
        shell.run("newsletters", "remove", "daily", "--yes");

        assertThat(shell.told())
                .containsExactly(
                        "Newsletter daily: paused by " + Person.here(),
                        "Newsletter daily: resumed by " + Person.here(),
                        "Newsletter daily: removed by " + Person.here());
    }

    @Test
    void refusesATemplateThatIsNotThere() throws IOException {
        var file = file("daily.yaml", Harbour.DAILY.replace("template: digest", "template: parchment"));

        var applied = shell.run("newsletters", "apply", file);

        assertThat(applied.status()).isEqualTo(1);
        assertThat(applied.err()).contains("templates/parchment: there is no such template.");
    }

    @Test
    void refusesASubjectThatCannotBeSetAndSaysWhere() throws IOException {
        var file = file("daily.yaml", Harbour.DAILY.replace("${lead.headline}", "${leed.headline}"));
        var other = file(
                "weekly.yaml",
                Harbour.DAILY.replace("key: daily", "key: weekly").replace("${lead.headline}", "${lead.headlin}"));

        var applied = shell.run("newsletters", "apply", file, other);

        assertThat(applied.status()).isEqualTo(1);
        assertThat(applied.err())
                .contains(
                        "daily.yaml, line 9: the subject can't be set: there is nothing called \"leed\". A template knows")
                .contains("weekly.yaml, line 9: the subject can't be set: ")
                .contains("headlin");
        assertThat(shell.run("newsletters", "list").out()).isEmpty();
    }

    @Test
    void refusesATemplateThatCannotBeSetAndSaysWhere() throws IOException {
        var ours = Files.createDirectories(folder.resolve("templates/ours"));
        try (var files = Files.list(Path.of("templates/digest"))) {
            for (var source : files.toList()) {
                Files.copy(source, ours.resolve(source.getFileName()));
            }
        }
        Files.writeString(ours.resolve("text.ftl"), "${newsletter.title}\n${newsletter.titel}\n");
        var file = file("daily.yaml", Harbour.DAILY.replace("template: digest", "template: ours"));

        var applied = shell.with("keepreading.edition.templates=" + folder.resolve("templates"))
                .run("newsletters", "apply", file);

        assertThat(applied.status()).isEqualTo(1);
        assertThat(applied.err()).contains("templates/ours/text.ftl, line 2: the newsletter has no \"titel\".");
        assertThat(shell.run("newsletters", "list").out()).isEmpty();
    }

    @Test
    void saysWhenAFileIsNotThere() {
        var applied = shell.run("newsletters", "apply", "nowhere.yaml");

        assertThat(applied.status()).isEqualTo(1);
        assertThat(applied.err()).isEqualTo("There is no file nowhere.yaml.\n");
    }

    @Test
    void takesABadKeyForWrongUse() {
        assertThat(shell.run("newsletters", "export", "The Daily").status()).isEqualTo(2);
    }

    private String file(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml).toString();
    }
}
