package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.source.Seed;
import org.keepreading.web.demo.MailCatcher;

/** The whole way, by the commands that an editor types: from a real news page to a digest that a relay has taken. */
class MainJobTest {
    private static final String PAID = "collaboration-platforms=A sponsor of Protocol";
    private static final String SLOT = "2021-10-18T07:00:00Z";

    @TempDir
    private Path folder;

    private final MailCatcher relay = MailCatcher.start(Clock.systemUTC());
    private final Shell shell = new Shell(
            "spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port(), "keepreading.delivery.poll=50ms");

    @BeforeEach
    void oneReaderOfTheDaily() throws IOException {
        run("newsletters", "apply", file("daily.yaml", """
                key: daily
                title: Protocol Daily
                zone: UTC
                sender: {name: Protocol, address: daily@protocol.example}
                subject: "${lead.headline}"
                sections:
                  - {key: people, title: People, teasers: 2}
                  - {key: workplace, title: Workplace, teasers: 2}
                  - {key: china, title: China, teasers: 2}
                  - {key: enterprise, title: Enterprise, teasers: 2}
                  - {key: policy, title: Policy, teasers: 2}
                lists: [daily]
                postal-address: "1 Quay Street, Porto"
                """));
        run("subscribers", "import", file("readers.csv", "email,name\nada@example.org,Ada\n"), "--list", "daily");
    }

    @AfterEach
    void closeTheRelay() {
        relay.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml", "teasers.json"})
    void turnsANewsPageIntoOneDigestInTheInbox(String seed) throws Exception {
        run("import", Seed.file(seed).toString(), "--sponsor", PAID);

        var sent = run("send", "daily", "--at", SLOT, "--yes");

        assertThat(sent).contains("1 sent, 0 deferred, 0 failed, 0 skipped, 0 left");
        assertThat(relay.messages()).hasSize(1);
        var digest = html();
        assertThat(digest.select("h2").eachText())
                .contains("Workplace", "China", "Enterprise", "Policy")
                .doesNotHaveDuplicates();
        assertThat(digest.text()).contains("Paid for by A sponsor of Protocol");
        assertThat(digest.select("a:contains(Keep Reading)").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        "https://protocol.example/people/ibm-facial-recognition",
                        "https://protocol.example/workplace/instacart-strike",
                        "https://protocol.example/workplace/collaboration-platforms",
                        "https://protocol.example/china/wechat-photo-albums",
                        "https://protocol.example/enterprise/data-silos",
                        "https://protocol.example/policy/haugen-sec-complaint");
    }

    @Test
    void mailsNobodyAgainWhenTheSlotIsSentTwice() {
        run("import", Seed.file("teasers.json").toString());
        run("send", "daily", "--at", SLOT, "--yes");

        var again = run("send", "daily", "--at", SLOT, "--yes");

        assertThat(again).contains("was sent");
        assertThat(relay.caught()).isEqualTo(1);
    }

    @Test
    void sendsATestToOneAddressAndRecordsNothing() {
        run("import", Seed.file("teasers.json").toString());

        run("send", "daily", "--at", SLOT, "--test", "editor@example.org");

        assertThat(relay.messages()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("editor@example.org");
            assertThat(message.subject()).startsWith("[Test] ");
        });
        assertThat(run("editions", "list")).isEmpty();
    }

    @Test
    void saysInADryRunWhatWouldGoToHowMany() {
        run("import", Seed.file("teasers.json").toString());

        var dryRun = run("send", "daily", "--at", SLOT, "--dry-run");

        assertThat(dryRun).contains("Dry run: 6 stories would go to 1 subscriber on daily. Nothing was sent.");
        assertThat(relay.caught()).isZero();
        assertThat(run("editions", "list")).isEmpty();
    }

    @Test
    void sendsNothingWithoutBeingToldYes() {
        run("import", Seed.file("teasers.json").toString());

        var asked = shell.run("send", "daily", "--at", SLOT);

        assertThat(asked.status()).isEqualTo(1);
        assertThat(asked.err()).contains("6 stories to 1 subscriber on daily", "Add --yes to send without asking.");
        assertThat(relay.caught()).isZero();
    }

    @Test
    void sendsNothingByHandThatReadersCouldNotUnsubscribeFromUnlessForced() throws IOException {
        run("import", Seed.file("teasers.json").toString());
        var onOneMachine = shell.with("keepreading.public-url=http://localhost:8080");

        var stopped = onOneMachine.run("send", "daily", "--at", SLOT, "--yes");

        assertThat(stopped.status()).isEqualTo(1);
        assertThat(stopped.err())
                .contains("x Readers can't use links to http://localhost:8080: ", "Set keepreading.public-url to")
                .contains("Nothing was sent: that can't be mended once a mail has left. --force sends all the same.");
        assertThat(run("editions", "list")).isEmpty();
        assertThat(relay.caught()).isZero();
        assertThat(onOneMachine.run("preflight", "daily", "--at", SLOT).out())
                .contains("x Readers can't use links to http://localhost:8080: ")
                .contains("1 to put right before a send, 1 of which nothing is sent with.");

        assertThat(onOneMachine
                        .run("send", "daily", "--at", SLOT, "--test", "editor@example.org")
                        .status())
                .isZero();
        var forced = onOneMachine.run("send", "daily", "--at", SLOT, "--yes", "--force");

        assertThat(forced.err()).contains("! Readers can't use links to http://localhost:8080: ");
        assertThat(forced.out()).contains("1 sent");
        assertThat(relay.caught()).isEqualTo(2);
    }

    @Test
    void endsWellWithTheReasonWhenThereIsNothingToSend() {
        var sent = run("send", "daily", "--at", SLOT, "--yes");

        assertThat(sent).contains("was skipped: no new story, and the newsletter's minimum is 1.");
        assertThat(relay.caught()).isZero();
    }

    @Test
    void writesThePreviewAsFiles() throws IOException {
        run("import", Seed.file("teasers.json").toString());

        run("preview", "daily", "--at", SLOT, "--as", "ada@example.org", "--out", folder.toString());

        assertThat(Files.readString(folder.resolve("digest.html"))).contains("</html>");
        assertThat(Files.readString(folder.resolve("digest.txt"))).contains("Keep Reading");
        assertThat(Files.readString(folder.resolve("digest.eml"))).contains("To: Ada <ada@example.org>\r\n");
        for (var file : List.of("digest.html", "digest.txt", "digest.eml")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .as("who may read it, with a reader's own links in it")
                    .isEqualTo("rw-------");
        }
    }

    private String run(String... words) {
        var ran = shell.run(words);
        assertThat(ran.status()).as(ran.err()).isZero();
        return ran.out();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private Document html() throws MessagingException, IOException {
        var source = relay.messages().get(0).source().getBytes(StandardCharsets.ISO_8859_1);
        var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
        var alternatives = (Multipart) message.getContent();
        return Jsoup.parse((String) alternatives.getBodyPart(1).getContent());
    }
}
