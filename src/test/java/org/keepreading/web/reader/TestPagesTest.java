package org.keepreading.web.reader;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Properties;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keepreading.address.EmailAddress;
import org.keepreading.edition.Choice;
import org.keepreading.edition.Editions;
import org.keepreading.letter.Proofs;
import org.keepreading.publishing.Publisher;
import org.keepreading.testing.Harbour;
import org.keepreading.web.demo.MailCatcher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever sends themselves a test follows its links to what a reader would see, and changes nothing there. */
class TestPagesTest {
    private static final MailCatcher RELAY = MailCatcher.start(Clock.systemUTC());
    private static RunningPages pages;
    private static MimeMessage mail;
    private static Document digest;

    @BeforeAll
    static void aTestMailHasArrived() throws Exception {
        pages = new RunningPages("spring.mail.host=localhost", "spring.mail.port=" + RELAY.port());
        var edition = pages.bean(Editions.class)
                .edition(pages.publishes("2026-03-02T07:00:00Z").id());
        pages.bean(JdbcClient.class).sql("delete from edition").update();
        var everything = new Choice(Set.of(), Harbour.daily().language());
        var variant = pages.bean(Publisher.class).variant(edition, everything);

        pages.bean(Proofs.class).send(edition, variant, new EmailAddress("ines@harbour.example"));

        var source = RELAY.messages().get(0).source().getBytes(StandardCharsets.ISO_8859_1);
        mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
        digest = Jsoup.parse(
                (String) ((Multipart) mail.getContent()).getBodyPart(1).getContent());
    }

    @AfterAll
    static void close() {
        pages.close();
        RELAY.close();
    }

    @Test
    void sayInTheSubjectThatItIsATest() throws Exception {
        assertThat(mail.getSubject()).isEqualTo("[Test] Ferry stops");
    }

    @Test
    void showTheEditionAsItWasMailed() throws Exception {
        var shown = pages.get(path("/archive/daily/test."));

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("This is a test", "Ferry stops", "Opera opens");
        assertThat(shown.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(shown.headers().allValues("X-Robots-Tag")).containsExactly("none");
    }

    @Test
    void letNobodyUnsubscribeByThem() throws Exception {
        var link = path("/unsubscribe/test.");
        var before = subscriptions();

        var asked = pages.get(link);
        var left = pages.post(link, "List-Unsubscribe=One-Click");
        var stayed = pages.post(link + "/undo", "");

        assertThat(mail.getHeader("List-Unsubscribe")[0]).contains(link);
        assertThat(asked.body()).contains("Unsubscribe from The Harbour Daily?", "This page belongs to a test mail.");
        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(left.body()).contains("You are unsubscribed", "This page belongs to a test mail.");
        assertThat(stayed.body()).contains("You stay subscribed");
        assertThat(subscriptions()).isEqualTo(before);
    }

    @Test
    void showWhatAReaderCouldChoose() throws Exception {
        var link = path("/preferences/test.");
        var before = subscriptions();

        var shown = Jsoup.parse(pages.get(link).body());
        var saved = pages.post(link, "list=daily&name=Nobody");

        assertThat(shown.text()).contains("This page belongs to a test mail.", "City", "Culture");
        assertThat(shown.select("input[type=checkbox][checked]")).hasSize(3);
        assertThat(saved.statusCode()).isEqualTo(303);
        for (var verb : new String[] {"/pause", "/resume", "/leave"}) {
            assertThat(pages.post(link + verb, "").statusCode()).isEqualTo(303);
        }
        assertThat(subscriptions()).isEqualTo(before);
    }

    @Test
    void areNotThereForWhoeverGuesses() throws Exception {
        assertThat(pages.get("/archive/daily/test.AAAAAAAAAAAAAAAAAAAAAA").statusCode())
                .isEqualTo(404);
        assertThat(pages.post("/unsubscribe/test.AAAAAAAAAAAAAAAAAAAAAA", "").statusCode())
                .isEqualTo(404);
        assertThat(pages.post("/preferences/test.AAAAAAAAAAAAAAAAAAAAAA/leave", "")
                        .statusCode())
                .isEqualTo(404);
    }

    /** Where the digest's link with this beginning leads. */
    private static String path(String beginning) {
        return digest.select("a[href*=" + beginning + "]").eachAttr("href").stream()
                .map(href -> URI.create(href).getPath())
                .findFirst()
                .orElseThrow();
    }

    private static long subscriptions() {
        return pages.bean(JdbcClient.class)
                .sql("select count(*) from subscription")
                .query(Long.class)
                .single();
    }
}
