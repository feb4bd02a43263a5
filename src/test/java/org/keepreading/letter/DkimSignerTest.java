package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.letter.HarbourMail.DAILY;
import static org.keepreading.letter.HarbourMail.ada;
import static org.keepreading.letter.HarbourMail.reader;
import static org.keepreading.letter.HarbourMail.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.edition.MergeField;
import org.keepreading.relay.Message;
import org.keepreading.testing.ReadMessage;
import org.keepreading.testing.Scribbler;

/** Every signature is checked by jDKIM and by a plain verifier, which is the one that knows Ed25519. */
class DkimSignerTest {
    private static final HarbourKeys HARBOUR = HarbourKeys.made();
    private final Letter letter = DAILY.letter(
                    text("Good morning, ", MergeField.NAME),
                    text("Hello  ", MergeField.NAME, " .\n\n   Leave: ", MergeField.UNSUBSCRIBE_URL, "\n"),
                    text("<p>", MergeField.NAME, "</p>\n\t<p>Ships  &amp; quays</p>\n\n\n"))
            .signedBy(HARBOUR.keys());

    @Test
    void holdsForEachReader() {
        for (var name : List.of("Ada Lovelace", "Zoë  O'Hara", "", "x".repeat(200))) {
            var message = raw(letter.message(reader("ada@example.org", name)));

            assertThat(HARBOUR.holding(message)).containsExactly("quay", "quay-ed25519");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsForWhateverPeopleWrite(long seed) {
        var scribbler = new Scribbler(seed);
        var harbour = new HarbourMail(scribbler.scribble(), scribbler.scribble(), null, DAILY.frozenAt());
        var scribbled = harbour.letter(
                        text(scribbler.scribble(), MergeField.NAME, scribbler.scribble()),
                        text(scribbler.scribble(), MergeField.NAME, scribbler.scribble(), MergeField.PREFERENCES_URL),
                        text(scribbler.scribble(), MergeField.WEB_URL, scribbler.scribble(), MergeField.NAME))
                .signedBy(HARBOUR.keys());

        var message = raw(scribbled.message(reader("ada@example.org", scribbler.scribble())));

        assertThat(HARBOUR.holding(message)).containsExactly("quay", "quay-ed25519");
    }

    static LongStream seeds() {
        return new Random(Long.getLong("seed", 20_261_124)).longs(200);
    }

    @Test
    void coversAllThatWeWriteAndWhatNobodyMayAdd() {
        var message = ReadMessage.of(letter.message(ada()));

        assertThat(String.valueOf(message.header("DKIM-Signature")).replaceAll("\\s+", " "))
                .startsWith("v=1; a=rsa-sha256; c=relaxed/relaxed; d=harbour.example; s=quay; t=1772434800; h=")
                .contains(
                        "h=Date: From: Reply-To: List-Unsubscribe-Post: List-ID: List-Archive: List-Help: List-Post: Precedence: "
                                + "Auto-Submitted: Feedback-ID: Content-Language: MIME-Version: Content-Type: "
                                + "Subject: To: Message-ID: List-Unsubscribe: "
                                + "From: Subject: To: Date: Reply-To: Content-Type: List-Unsubscribe: List-Unsubscribe-Post; bh=")
                .doesNotContain("l=");
        assertThat(message.headLines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(78).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "Hello,Hallo",
        "Good_morning,Bad_morning",
        "token-of-42,token-of-43",
        "List-Unsubscribe=One-Click,List-Unsubscribe=No",
        "ada@example.org,eve@example.org",
        "d=harbour.example,d=example.org",
        "t=1772434800,t=1772434801"
    })
    void breaksWhereSomebodyChangesAWord(String before, String after) {
        var message = raw(letter.message(ada()));
        var changed = message.replace(before.replace('_', ' '), after.replace('_', ' '));

        assertThat(changed).isNotEqualTo(message);
        assertThat(holdingOrNone(changed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Mallory <mallory@example.net>",
                "Subject: You have won",
                "Reply-To: mallory@example.net",
                "To: everybody@example.net",
                "Content-Type: text/plain",
                "List-Unsubscribe: <https://mallory.example.net>"
            })
    void breaksWhereSomebodyAddsAHeaderThatIsShownOrFollowed(String header) {
        var message = raw(letter.message(ada()));

        assertThat(HARBOUR.holding(header + "\r\n" + message)).isEmpty();
        assertThat(HARBOUR.holding(message.replaceFirst("\r\n\r\n", "\r\n" + header + "\r\n\r\n")))
                .isEmpty();
    }

    @Test
    void outlivesWhatRelaysDo() {
        var message = raw(letter.message(ada()));
        var refolded = message.replace("Good morning, Ada", "Good morning,\r\n\tAda");

        assertThat(HARBOUR.holding("Received: from localhost\r\n\tby mx.example.org\r\n" + refolded + "\r\n\r\n"))
                .containsExactly("quay", "quay-ed25519");
    }

    @Test
    void isTheSameForTheSameReader() {
        assertThat(raw(letter.message(ada()))).isEqualTo(raw(letter.message(ada())));
    }

    @Test
    void isLeftOutWithoutAKey() {
        assertThat(raw(DAILY.letter().signedBy(List.of()).message(ada())))
                .isEqualTo(raw(DAILY.letter().message(ada())));
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameWhoeverComputesIt(SigningAlgorithm algorithm) {
        var pkcs8 = Base64.getEncoder()
                .encodeToString(algorithm.generate().getPrivate().getEncoded());
        var head = "from:The Harbour".getBytes(US_ASCII);
        var domain = new SigningDomain("harbour.example");

        var ofTheJdk = new SigningKey(domain, "quay", algorithm, pkcs8, Optional.empty()).sign(head);
        var faster = new SigningKey(domain, "quay", algorithm, pkcs8, Optional.of(Conscrypt.newProvider())).sign(head);

        assertThat(faster).isEqualTo(ofTheJdk);
    }

    /** RFC 8463, appendix A: what holds our plain verifier, and our keys, to the truth. */
    @Test
    void isWhatTheStandardsExampleSays() throws Exception {
        var example = Files.readString(Path.of("src/test/resources/mail/rfc8463-example.eml"))
                .replace("\n", "\r\n");
        var key = new SigningKey(
                new SigningDomain("football.example.com"),
                "brisbane",
                SigningAlgorithm.ED25519,
                pkcs8("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="));
        var head = """
                from:Joe SixPack <joe@football.example.com>
                to:Suzie Q <suzie@shopping.example.net>
                subject:Is dinner ready?
                date:Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
                message-id:<20030712040037.46341.5F8J@football.example.com>
                dkim-signature:v=1; a=ed25519-sha256; c=relaxed/relaxed; d=football.example.com; \
                i=@football.example.com; q=dns/txt; s=brisbane; t=1528637909; h=from : to : subject : date : \
                message-id : from : subject : date; bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=; b=""";

        assertThat(new PlainVerifier(EXAMPLE_RECORDS).holding(example)).containsExactly("brisbane", "test");
        assertThat(Base64.getEncoder()
                        .encodeToString(key.sign(head.replace("\n", "\r\n").getBytes(US_ASCII))))
                .isEqualTo("/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==");
    }

    private static final Map<String, String> EXAMPLE_RECORDS = Map.of(
            "brisbane._domainkey.football.example.com",
            "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
            "test._domainkey.football.example.com",
            "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2"
                    + "jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9Pz"
                    + "oxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA"})
    void doesNotQuoteAKeyThatCanNotBeUsed(String key) {
        assertThatThrownBy(
                        () -> new SigningKey(new SigningDomain("harbour.example"), "quay", SigningAlgorithm.RSA, key))
                .hasMessage("The signing key quay._domainkey.harbour.example in the database can't be used."
                        + " Make another with \"keys create harbour.example\".")
                .hasNoCause();
    }

    private static List<String> holdingOrNone(String message) {
        return new HarbourKeys(List.of(), withExampleOrg()).holding(message);
    }

    private static Map<String, String> withExampleOrg() {
        var records = new HashMap<>(HARBOUR.records());
        HARBOUR.records().forEach((name, value) -> records.put(name.replace("harbour.example", "example.org"), value));
        return records;
    }

    private static String raw(Message message) {
        return ReadMessage.of(message).raw();
    }

    private static String pkcs8(String seed) {
        var bytes = HexFormat.of().formatHex(Base64.getDecoder().decode(seed));
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex("302e020100300506032b657004220420" + bytes));
    }
}
