package org.keepreading.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.delivery.DeliveryNewsroom;
import org.keepreading.testing.ReadMessage;
import org.keepreading.testing.TestDatabase;
import org.springframework.dao.DataIntegrityViolationException;

/** Keys that sign a domain's mail: made, shown, used, taken out of use, and secret. */
class SigningKeysTest {
    private static final SigningDomain HARBOUR = new SigningDomain("harbour.example");
    private static final SigningDomain NEWS = new SigningDomain("news.harbour.example");
    private static final Selector SPRING = new Selector("spring");
    private static final Selector SUMMER = new Selector("summer");

    @ParameterizedTest
    @EnumSource
    void signNothingBeforeTheyAreUsed(TestDatabase database) {
        var keys = keys(new DeliveryNewsroom(database));

        var created = keys.create(HARBOUR, SPRING);

        assertThat(created.createdAt()).isEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
        assertThat(created.signs()).isFalse();
        assertThat(keys.keys("harbour.example")).isEmpty();
        assertThat(keys.all()).containsExactly(created);
    }

    @ParameterizedTest
    @EnumSource
    void takeTurns(TestDatabase database) {
        var newsroom = new DeliveryNewsroom(database);
        var keys = keys(newsroom);
        keys.use(keys.create(HARBOUR, SPRING));
        newsroom.clock.advance(Duration.ofDays(1));

        keys.use(keys.create(HARBOUR, SUMMER));

        assertThat(keys.keys("harbour.example").toString())
                .isEqualTo("[summer._domainkey.harbour.example, summer-ed25519._domainkey.harbour.example]");
        assertThat(keys.get(HARBOUR, SPRING).retiredAt()).isEqualTo(Instant.parse("2026-03-03T07:00:00Z"));
        assertThat(keys.get(HARBOUR, SUMMER).signsSince()).isEqualTo(Instant.parse("2026-03-03T07:00:00Z"));

        keys.use(keys.get(HARBOUR, SPRING));

        assertThat(keys.get(HARBOUR, SPRING).retiredAt()).isNull();
        assertThat(keys.get(HARBOUR, SUMMER).retiredAt()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void signForTheDomainsBelowThatHaveNone(TestDatabase database) {
        var keys = keys(new DeliveryNewsroom(database));
        keys.use(keys.create(HARBOUR, SPRING));
        assertThat(keys.keys("news.harbour.example").get(0)).hasToString("spring._domainkey.harbour.example");

        keys.use(keys.create(NEWS, SUMMER));

        assertThat(keys.keys("news.harbour.example").get(0)).hasToString("summer._domainkey.news.harbour.example");
        assertThat(keys.keys("harbour.example").get(0)).hasToString("spring._domainkey.harbour.example");
        assertThat(keys.keys("otherharbour.example")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void areNotRemovedWhileTheySign(TestDatabase database) {
        var keys = keys(new DeliveryNewsroom(database));
        var key = keys.create(HARBOUR, SPRING);
        keys.use(key);

        assertThatThrownBy(() -> keys.remove(key)).isInstanceOf(DataIntegrityViolationException.class);
        keys.stop(HARBOUR);
        keys.remove(key);

        assertThat(keys.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void areEachOneOfItsSelector(TestDatabase database) {
        var keys = keys(new DeliveryNewsroom(database));
        keys.create(HARBOUR, SPRING);

        assertThatThrownBy(() -> keys.create(HARBOUR, SPRING))
                .hasMessage("harbour.example has a key spring already. \"keys show\" prints its records;"
                        + " for another key name another --selector.")
                .hasNoCause();
    }

    @ParameterizedTest
    @EnumSource
    void holdWhenTheyAreReadBack(TestDatabase database) {
        var keys = keys(new DeliveryNewsroom(database));
        var key = keys.create(HARBOUR, SPRING);
        keys.use(key);

        var message = HarbourMail.DAILY
                .letter()
                .signedBy(keys.keys("harbour.example"))
                .message(HarbourMail.ada());

        assertThat(HarbourKeys.of(key.records()).holding(ReadMessage.of(message).raw()))
                .containsExactly("spring", "spring-ed25519");
    }

    @Test
    void areForRsaAloneWhereThatIsWanted() {
        var keys = keys(new DeliveryNewsroom(TestDatabase.H2));

        keys.use(keys.createForRsaAlone(HARBOUR, SPRING));

        assertThat(keys.keys("harbour.example")).hasSize(1);
        assertThat(keys.get(HARBOUR, SPRING).records()).hasSize(1);
    }

    @Test
    void arePublishedInStringsThatTheDnsTakes() {
        var records = keys(new DeliveryNewsroom(TestDatabase.H2))
                .create(HARBOUR, SPRING)
                .records();

        assertThat(records.get(0).line())
                .matches("spring\\._domainkey\\.harbour\\.example\\. IN TXT "
                        + "\"v=DKIM1; k=rsa; p=[A-Za-z0-9+/]{237}\" \"[A-Za-z0-9+/=]{155}\"");
        assertThat(records.get(1).line())
                .matches("spring-ed25519\\._domainkey\\.harbour\\.example\\. IN TXT "
                        + "\"v=DKIM1; k=ed25519; p=[A-Za-z0-9+/]{43}=\"");
    }

    @Test
    void keepTheirSecretToThemselves() {
        var newsroom = new DeliveryNewsroom(TestDatabase.H2);
        var keys = keys(newsroom);
        keys.use(keys.create(HARBOUR, SPRING));
        var secrets = newsroom.jdbc
                .sql("select rsa_private, ed25519_private from signing_key")
                .query()
                .singleRow();

        assertThat(Map.of("shown", keys.all(), "signing", keys.keys("harbour.example"))
                        .toString())
                .doesNotContain(secrets.values().stream().map(String::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource({"Harbour.Example, harbour.example", "bücher.example, xn--bcher-kva.example"})
    void nameTheirDomainAsTheDnsDoes(String written, String domain) {
        assertThat(new SigningDomain(written)).hasToString(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "harbour", "daily@harbour.example", "-.example", "harbour..example", "a b.example"})
    void refuseWhatIsNoDomain(String domain) {
        assertThatThrownBy(() -> new SigningDomain(domain)).hasMessageContaining("is no domain. Write the part behind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Spring", "a.b", "-x", "s;p=", "x2345678901234567890123456789012345678901234567890123456"})
    void refuseWhatIsNoSelector(String selector) {
        assertThatThrownBy(() -> new Selector(selector)).hasMessageContaining("is no selector. Write up to 54");
    }

    private static SigningKeys keys(DeliveryNewsroom newsroom) {
        return new SigningKeys(newsroom.jdbc, newsroom.transaction, newsroom.clock);
    }
}
