package org.keepreading.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.letter.HarbourMail.DAILY;
import static org.keepreading.letter.HarbourMail.ada;
import static org.keepreading.letter.HarbourMail.reader;
import static org.keepreading.letter.HarbourMail.text;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.keepreading.edition.MergeField;
import org.keepreading.testing.ReadMessage;

/** A message as it goes over the wire: headers, parts, merge fields. */
class LetterTest {

    @Test
    void saysInItsHeadersWhatItIsAndHowToLeave() {
        var message = ReadMessage.of(DAILY.letter().message(ada()));

        assertThat(message.headLines())
                .containsExactly(
                        "Date: Mon, 2 Mar 2026 07:00:00 +0000",
                        "From: The Harbour <daily@harbour.example>",
                        "Reply-To: editors@harbour.example",
                        "Subject: The new quay opens",
                        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                        "List-ID: The Harbour Daily <daily.harbour.example>",
                        "List-Archive: <https://news.harbour.example/archive/daily>",
                        "List-Help: <mailto:editors@harbour.example?subject=Help>",
                        "List-Post: NO",
                        "Precedence: bulk",
                        "Auto-Submitted: auto-generated",
                        "Feedback-ID: 17:daily:digest:harbour-example",
                        "Content-Language: en",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/alternative; boundary=\"=_daily_\"",
                        "To: Ada Lovelace <ada@example.org>",
                        "Message-ID: <daily.17.mm8tx0g0.42@harbour.example>",
                        "List-Unsubscribe: <https://news.harbour.example/unsubscribe/token-of-42>");
    }

    @Test
    void asksForHelpAtTheSendersAddressWhereThereIsNoOther() {
        var odd = new Mailbox(new HeaderText(""), "desk+a?b@harbour.example", "harbour.example");

        assertThat(odd.link()).isEqualTo("mailto:desk%2Ba%3Fb@harbour.example");
        var withoutReplyTo = new HarbourMail("Daily", "Harbour", null, Instant.parse("2026-07-01T06:00:00Z"));
        assertThat(ReadMessage.of(withoutReplyTo.letter().message(ada())).header("List-Help"))
                .isEqualTo("<mailto:daily@harbour.example?subject=Help>");
    }

    @Test
    void datesAMessageInTheNewslettersZone() throws Exception {
        var summer = new HarbourMail("Daily", "Harbour", null, Instant.parse("2026-07-01T06:00:00Z"));

        var message = ReadMessage.of(summer.letter().message(ada()));

        assertThat(message.header("Date")).isEqualTo("Wed, 1 Jul 2026 07:00:00 +0100");
        assertThat(message.parsed().getSentDate()).isEqualTo(Date.from(summer.frozenAt()));
    }

    @Test
    void putsTextBeforeHtml() throws Exception {
        var letter = DAILY.letter(text("Ships"), text("Ships & quays\n"), text("<p>Ships &amp; quays</p>\n"));

        var message = ReadMessage.of(letter.message(ada()));

        assertThat(message.text()).isEqualTo("Ships & quays\r\n");
        assertThat(message.html()).isEqualTo("<p>Ships &amp; quays</p>\r\n");
    }

    @Test
    void fillsEachReadersFields() throws Exception {
        var letter = DAILY.letter(
                text("Good morning, ", MergeField.NAME),
                text("Hello ", MergeField.NAME, ".\nLeave: ", MergeField.UNSUBSCRIBE_URL, "\n.", MergeField.WEB_URL),
                text("<a href=\"", MergeField.PREFERENCES_URL, "\">", MergeField.NAME, "</a>"));

        var message = ReadMessage.of(letter.message(ada()));

        assertThat(message.subject()).isEqualTo("Good morning, Ada Lovelace");
        assertThat(message.text()).isEqualTo("""
                        Hello Ada Lovelace.
                        Leave: https://news.harbour.example/unsubscribe/token-of-42
                        .https://news.harbour.example/archive/daily/2026-03-02T07:00:00Z""".replace("\n", "\r\n"));
        assertThat(message.html())
                .isEqualTo("<a href=\"https://news.harbour.example/preferences/token-of-42\">Ada Lovelace</a>");
    }

    @Test
    void escapesAValueWhereItLandsInHtml() throws Exception {
        var letter = DAILY.letter(text("x"), text(MergeField.NAME), text("<b title='", MergeField.NAME, "'>"));

        var message = ReadMessage.of(letter.message(reader("x@example.org", "<i> & \"O'Hara\"")));

        assertThat(message.text()).isEqualTo("<i> & \"O'Hara\"");
        assertThat(message.html()).isEqualTo("<b title='&lt;i&gt; &amp; &quot;O&#39;Hara&quot;'>");
    }

    @Test
    void saysWhichAddressItGoesTo() throws Exception {
        var letter =
                DAILY.letter(text("x"), text("Sent to ", MergeField.EMAIL, "."), text("<p>", MergeField.EMAIL, "</p>"));

        var message = ReadMessage.of(letter.message(reader("o'neil&co@example.org", null)));

        assertThat(message.text()).isEqualTo("Sent to o'neil&co@example.org.");
        assertThat(message.html()).isEqualTo("<p>o&#39;neil&amp;co@example.org</p>");
    }

    @Test
    void leavesAnUnknownNameEmpty() throws Exception {
        var letter = DAILY.letter(text("Ships, ", MergeField.NAME), text("Hello ", MergeField.NAME, "!"), text("x"));

        var message = ReadMessage.of(letter.message(reader("grace@example.org", null)));

        assertThat(message.header("To")).isEqualTo("grace@example.org");
        assertThat(message.subject()).isEqualTo("Ships,");
        assertThat(message.text()).isEqualTo("Hello !");
    }

    @Test
    void isTheSameToTheLastByteForTheSameReader() {
        var letter = DAILY.letter();

        assertThat(ReadMessage.of(letter.message(ada())).raw())
                .isEqualTo(ReadMessage.of(letter.message(ada())).raw());
    }

    @Test
    void givesEachReaderAndEachProofAMessageIdOfItsOwn() {
        var proof = new HarbourMail("Daily", "Harbour", null, DAILY.frozenAt().plusMillis(1));

        assertThat(DAILY.letter().message(ada()).id())
                .isNotEqualTo(proof.letter().message(ada()).id())
                .doesNotContain("ada");
    }

    @Test
    void writesDomainsInAscii() throws Exception {
        var message = DAILY.letter().message(reader("ada@bücher.example", "Ada"));

        assertThat(message.recipient()).isEqualTo("ada@xn--bcher-kva.example");
        assertThat(ReadMessage.of(message).address("To").getAddress()).isEqualTo("ada@xn--bcher-kva.example");
    }

    @Test
    void knowsItsEnvelopeAndItsSize() {
        var message = DAILY.letter().message(ada());

        assertThat(message.sender()).isEqualTo("daily@harbour.example");
        assertThat(message.recipient()).isEqualTo("ada@example.org");
        assertThat(message.size()).isEqualTo(ReadMessage.of(message).raw().length());
    }
}
