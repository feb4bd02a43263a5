package org.keepreading.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.testing.TestDatabase;

/** What other programs export. */
class ForeignFilesTest {
    private static final String STRANGER = "rui.pinto@elsewhere.example";
    private static final String LONG_NOTE =
            IntStream.range(0, 400).mapToObj(number -> "Call " + number).collect(Collectors.joining("\n"));

    private final SubscriberRoom room = new SubscriberRoom(TestDatabase.H2.fresh());

    /** Each has three columns, Ada's record with a stranger's address in a value of its own, and Bob's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "email,name,note\nada@example.org,Ada,\"Wrote for\nrui.pinto@elsewhere.example,Rui,351\nas well\"\nbob@example.org,Bob,",
                "name;email;note\n\"Ada\nRui;rui.pinto@elsewhere.example;351\";ada@example.org;\nBob;bob@example.org;",
                "note\temail\tname\n\"He said \"\"no\"\"\n351\trui.pinto@elsewhere.example\tRui\"\tada@example.org\tAda\n\tbob@example.org\tBob",
                "email,name,note\nada@example.org,Ada, \"Wrote for\nrui.pinto@elsewhere.example,Rui,351\n\" \nbob@example.org,Bob,",
                "email,name,\"Notes\nand such\"\r\nada@example.org,Ada,\"Wrote for\r\nrui.pinto@elsewhere.example,Rui,351\r\n\"\r\nbob@example.org,Bob,",
            })
    void neverSubscribeWhoStandsInsideAQuotedValue(String file) {
        var tally = room.imports(file.getBytes(UTF_8));

        assertThat(tally).isEqualTo(new Tally(2, 0, 0, 0, 0));
        assertThat(room.knows("ada@example.org")).isTrue();
        assertThat(room.knows(STRANGER)).isFalse();
    }

    @Test
    void goOnInAQuotedValueHoweverManyLinesItTakes() {
        room.imports("email,note", "ada@example.org,\"" + LONG_NOTE, STRANGER + ",351\"", "bob@example.org,fine");

        assertThat(room.subscriber("ada@example.org").attributes().get("note")).startsWith(LONG_NOTE);
        assertThat(room.knows(STRANGER)).isFalse();
        assertThat(room.knows("bob@example.org")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // quotes within a quoted value that nobody wrote twice
                "ada@example.org,\"She said \"yes\" for\nrui.pinto@elsewhere.example,Rui\ntoo\"",
                // too long to be anybody's note
                "ada@example.org,\"%s\nrui.pinto@elsewhere.example,Rui\n\"",
            })
    void refuseAllThatMayHaveStoodInsideQuotes(String record) {
        room.imports("email,note", record.formatted("x".repeat(70_000)), "bob@example.org,fine");

        assertThat(room.knows(STRANGER)).isFalse();
        assertThat(room.knows("bob@example.org")).isTrue();
        assertThat(room.refused).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isEqualTo(2);
            assertThat(refusal.reason()).contains("goes on to line 4");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no quote closes in the whole file
                "email,name\nada@example.org,\"Ada\nbob@example.org,Bob\ncy@example.org,Cy",
                // another value's quotes close only that value
                "email,name\nada@example.org,\"Ada\nbob@example.org,Bob\ncy@example.org,\"Young, Cy\"",
                "\"email\",\"name\"\n\"ada@example.org\",\"Ada\n\"bob@example.org\",\"Bob\"\n\"cy@example.org\",\"Cy\"",
            })
    void loseOneLineToAQuoteThatNeverCloses(String file) {
        var tally = room.imports(file.getBytes(UTF_8));

        assertThat(tally).isEqualTo(new Tally(2, 0, 0, 0, 1));
        assertThat(room.refused).extracting(RefusedLine::line).containsExactly(2L);
        assertThat(room.knows("bob@example.org")).isTrue();
        assertThat(room.knows("cy@example.org")).isTrue();
    }

    @Test
    void takeNoLongerForManyQuotesThatNeverClose() {
        var rows = IntStream.range(0, 60_000)
                .mapToObj(number -> "reader%d@example.org,\"Reader".formatted(number))
                .collect(Collectors.joining("\n"));

        assertThat(room.imports("email,name", rows)).isEqualTo(new Tally(0, 0, 0, 0, 60_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Name, first; last\",email,town\n\"Reis; Ana\",ada@example.org,Porto",
                "\"Name, Vorname\";email;\"Stadt, Land\"\n\"Reis, Ana\";ada@example.org;Porto",
                "\"Nom; prénom; titre\"\temail\n\"Reis; Ana\"\tada@example.org",
            })
    void areDividedByWhatStandsOutsideOfQuotes(String file) {
        room.imports(file.getBytes(UTF_8));

        assertThat(room.refused).isEmpty();
        assertThat(room.knows("ada@example.org")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A0ada@example.org\u00A0",
                "\u200Bada@example.org",
                "\u202Aada@example.org\u202C",
                "\uFEFFada@example.org\u00AD",
                "\u2068ada@example.org\u2069 ",
                "\u3000ada@example.org\u2003"
            })
    void mayHaveUnseenCharactersAroundAddressesAndHeaders(String address) {
        room.imports("\uFEFF\uFEFF\u00A0email\u200B,name", address + ",Ada");

        assertThat(room.refused).isEmpty();
        assertThat(room.knows("ada@example.org")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ada\u00AD.l@example.org, U+00AD (soft hyphen) after 3 others",
        "ada@exa\u200Bmple.org, U+200B (zero width space) after 7 others",
        "ada\u00A0l@example.org, U+00A0 (no-break space) after 3 others",
    })
    void areToldWhichUnseenCharacterStandsInsideAnAddress(String address, String named) {
        room.imports("email", address);

        assertThat(room.refused)
                .singleElement()
                .extracting(RefusedLine::reason)
                .asString()
                .contains(named);
    }

    @Test
    void areReadByWhatTheirWordsAreSaidToMean() {
        var words =
                Map.of("Blocklisted", Status.COMPLAINED, "unsub_time", Status.UNSUBSCRIBED, "enabled", Status.ACTIVE);

        var file =
                "email,status,unsub_time\nada@example.org,BLOCKLISTED,\nbob@example.org,enabled,2024\ncy@example.org,enabled,\n";
        var tally = room.imports(file.getBytes(UTF_8), words);

        assertThat(tally).isEqualTo(new Tally(1, 0, 0, 2, 0));
        assertThat(room.subscriber("ada@example.org").status()).isEqualTo(Status.COMPLAINED);
        assertThat(room.subscriber("bob@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(room.subscriber("cy@example.org").status()).isEqualTo(Status.ACTIVE);
    }
}
