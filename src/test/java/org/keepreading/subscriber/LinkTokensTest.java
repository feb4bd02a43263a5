package org.keepreading.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Only who has the mail can use its links. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LinkTokensTest {
    private final TestDatabase database;

    LinkTokensTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void readsBackWhatItWroteAndKeepsEachPurposeApart() {
        var links = new LinkTokens(new Secrets(JdbcClient.create(database.fresh())));

        var leave = links.token(Purpose.UNSUBSCRIBE, 42, "daily");
        var choose = links.token(Purpose.PREFERENCES, 42, "daily");

        assertThat(links.read(leave)).contains(new LinkClaim(Purpose.UNSUBSCRIBE, 42, "daily"));
        assertThat(links.read(choose)).contains(new LinkClaim(Purpose.PREFERENCES, 42, "daily"));
        assertThat(leave).isNotEqualTo(choose).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void worksFromAnyMailEverSentAlsoAfterARestart() {
        var source = database.fresh();
        var lastYear = new LinkTokens(new Secrets(JdbcClient.create(source)))
                .token(Purpose.UNSUBSCRIBE, Long.MAX_VALUE, "daily");

        var today = new LinkTokens(new Secrets(JdbcClient.create(source)));

        assertThat(today.read(lastYear)).contains(new LinkClaim(Purpose.UNSUBSCRIBE, Long.MAX_VALUE, "daily"));
    }

    @Test
    void readsNothingInATokenWithAnyLetterChanged() {
        var links = new LinkTokens(new Secrets(JdbcClient.create(database.fresh())));

        for (var newsletter : List.of("daily", "daily-2", "weekly")) {
            var token = links.token(Purpose.UNSUBSCRIBE, 42, newsletter);
            assertThat(neighboursOf(token))
                    .allSatisfy(forged -> assertThat(links.read(forged)).isEmpty());
        }
    }

    private static List<String> neighboursOf(String token) {
        var forged = new ArrayList<>(List.of("", token + "A", token + "=", " " + token, token.repeat(9), "ü", "%00"));
        for (var place = 0; place < token.length(); place++) {
            for (var letter : "ABQgw048_-".toCharArray()) {
                forged.add(token.substring(0, place) + letter + token.substring(place + 1));
            }
            forged.add(token.substring(0, place));
        }
        forged.removeIf(token::equals);
        return forged;
    }

    @Test
    void readsNothingInATokenOfAnotherInstallation() {
        var ours = new LinkTokens(new Secrets(JdbcClient.create(database.fresh())));
        var theirs = new LinkTokens(new Secrets(JdbcClient.create(database.fresh())));

        assertThat(ours.read(theirs.token(Purpose.UNSUBSCRIBE, 42, "daily"))).isEmpty();
    }

    @Test
    void agreesOnOneKeyWhenManyNodesStartAtOnce() throws Exception {
        var source = database.fresh();
        var nodes = 4;
        var start = new CyclicBarrier(nodes);
        Callable<String> node = () -> {
            start.await();
            return HexFormat.of().formatHex(new Secrets(JdbcClient.create(source)).get("reader-links"));
        };
        var threads = Executors.newFixedThreadPool(nodes);

        var keys = new ArrayList<String>();
        for (var key : threads.invokeAll(List.of(node, node, node, node))) {
            keys.add(key.get());
        }
        threads.shutdown();

        assertThat(keys).hasSize(nodes).containsOnly(keys.get(0));
        assertThat(keys.get(0)).hasSize(64);
    }
}
