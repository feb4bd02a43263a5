package org.keepreading.subscriber;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.subscriber.SubscriberRoom.DAILY;
import static org.keepreading.subscriber.SubscriberRoom.WEEKEND;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.EmailAddress;
import org.keepreading.testing.TestDatabase;

/** Subscribers from files that other programs wrote. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ImportTest {
    private final SubscriberRoom room;

    ImportTest(TestDatabase database) {
        room = new SubscriberRoom(database.fresh());
    }

    @Test
    void takesEveryColumnAndKeepsTheOthersAsAttributes() {
        var tally = room.imports(
                "Email,name,language,zone,sections,City,Joined",
                "ada@example.org,\"Lovelace, Ada\",pt_BR,Europe/Lisbon,city; culture,Porto,2024");

        assertThat(tally).isEqualTo(new Tally(1, 0, 0, 0, 0));
        var ada = room.subscriber("ada@example.org");
        assertThat(ada.name()).isEqualTo("Lovelace, Ada");
        assertThat(ada.language()).isEqualTo(Locale.forLanguageTag("pt-BR"));
        assertThat(ada.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(ada.sections()).containsExactly("city", "culture");
        assertThat(ada.attributes()).isEqualTo(Map.of("City", "Porto", "Joined", "2024"));
        assertThat(ada.status()).isEqualTo(Status.ACTIVE);
        assertThat(room.listsOf(ada)).containsExactly(DAILY);
    }

    @Test
    void saysOfAHeaderThatIsTooLongThatItIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> room.imports("email" + ",note".repeat(1_000_000), "ada@example.org"))
                .withMessage("The header is longer than 64 KB. Leave out the columns that readers need not.");
    }

    @Test
    void takesWhateverACellHoldsOrRefusesItsLineAlone() {
        var tooLong = "😀".repeat(6_000);
        var tally = room.imports(
                "email,name,language,zone,sections,City",
                "zero@example.org,A\u0000da,pt\u0000,Europe/Lisbon\u0000,city\u0000,Por\u0000to",
                "name@example.org," + tooLong + ",,,,",
                "language@example.org,,en-x-" + "abcdefgh-".repeat(9) + "z,,,",
                "sections@example.org,,,," + "s-1;".repeat(5) + tooLong + ",",
                "city@example.org,,,,," + tooLong,
                "hal@example.org,Hal,,,,");

        assertThat(tally).isEqualTo(new Tally(2, 0, 0, 0, 4));
        assertThat(room.subscriber("zero@example.org").name()).isEqualTo("Ada");
        assertThat(room.subscriber("zero@example.org").attributes()).isEqualTo(Map.of("City", "Porto"));
    }

    @Test
    void losesNothingButTheBadLinesAndSaysWhatIsWrongWithEach() {
        var tally = room.imports(
                "email,name,zone,language",
                "ada@example.org,Ada,,",
                "not an address,Bob,,",
                ",Nobody,,",
                "cy@example.org,Cy,Lisbon,",
                "dee@example.org,Dee,,Klingon!",
                "eve@example.org,\"Eve,,",
                "fay@example.org,Fay,,,what,else",
                "gus@example.org,\"Gus\" the Great,,",
                "",
                "hal@example.org,Hal,,");

        assertThat(tally).isEqualTo(new Tally(2, 0, 0, 0, 7));
        assertThat(room.knows("hal@example.org")).isTrue();
        assertThat(room.refused).extracting(RefusedLine::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(room.refused)
                .extracting(RefusedLine::reason)
                .containsExactly(
                        "\"not an address\" is no email address. It should look like \"name@example.org\".",
                        "It has no email address.",
                        "\"Lisbon\" is no time zone. Write it like \"Europe/Lisbon\".",
                        "\"Klingon!\" is no language. Write its tag, such as \"en\" or \"pt-BR\".",
                        "Its quotes do not match. A value that begins with a quote ends with one, and a quote within it is"
                                + " written twice.",
                        "It has 6 values and the header 4 columns. Put quotes around a value that holds the divider.",
                        "Its quotes do not match. A value that begins with a quote ends with one, and a quote within it is"
                                + " written twice.");
    }

    @Test
    void followsAValueOverItsLinesAndLetsNoNameBreakALine() {
        room.imports(
                "email,name,note", "ada@example.org,\"Ada\nLovelace\",\"first\n\nprogrammer\"", "bob@example.org,Bob,");

        assertThat(room.subscriber("ada@example.org").name()).isEqualTo("Ada Lovelace");
        assertThat(room.subscriber("ada@example.org").attributes()).containsEntry("note", "first\n\nprogrammer");
        assertThat(room.knows("bob@example.org")).isTrue();
        assertThat(room.refused).isEmpty();
    }

    @Test
    void readsWhatExcelWrites() {
        var windows = "sep=;\r\nemail;name;sections\r\nada@example.org;Zoë Müller;\"city;culture\"\r\n;;\r\n";
        var utf8WithMark = "\uFEFFemail\tname\nbob@example.org\tŁukasz\n";
        var unicodeText = "\uFEFFemail\tname\r\ncy@example.org\tÇelik\r\n";

        room.imports(windows.getBytes(Charset.forName("windows-1252")));
        room.imports(utf8WithMark.getBytes(UTF_8));
        room.imports(unicodeText.getBytes(UTF_16LE));

        assertThat(room.subscriber("ada@example.org").name()).isEqualTo("Zoë Müller");
        assertThat(room.subscriber("ada@example.org").sections()).containsExactly("city", "culture");
        assertThat(room.subscriber("bob@example.org").name()).isEqualTo("Łukasz");
        assertThat(room.subscriber("cy@example.org").name()).isEqualTo("Çelik");
        assertThat(room.refused).isEmpty();
    }

    @Test
    void letsOneLineInAnotherEncodingSpoilNoOther() {
        var file = new ByteArrayOutputStream();
        file.writeBytes("email,name\nada@example.org,Zoë\n".getBytes(UTF_8));
        file.writeBytes("bob@example.org,Zoë\n".getBytes(Charset.forName("windows-1252")));

        room.imports(file.toByteArray());

        assertThat(List.of(room.subscriber("ada@example.org"), room.subscriber("bob@example.org")))
                .extracting(Subscriber::name)
                .containsOnly("Zoë");
    }

    @Test
    void updatesWhomItKnowsAndEmptiesNothing() {
        room.imports("email,name,zone,city", "ada@example.org,Ada,Europe/Lisbon,Porto", "bob@example.org,Bob,,");

        var again = room.imports(
                "email,name,zone,team", "ADA@example.org,Ada L.,,red", "bob@example.org,Bob,,", "cy@example.org,,,");

        assertThat(again).isEqualTo(new Tally(1, 1, 1, 0, 0));
        var ada = room.subscriber("ada@example.org");
        assertThat(ada.name()).isEqualTo("Ada L.");
        assertThat(ada.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(ada.attributes()).isEqualTo(Map.of("city", "Porto", "team", "red"));
    }

    @Test
    void bringsNobodyBackWhoLeft() {
        room.imports("email", "left@example.org", "left-one@example.org", "never@example.org", "erased@example.org");
        var left = room.subscriber("left@example.org");
        room.consent.leaveEverything(left.id(), Way.PAGE);
        var leftOne = room.takes("left-one@example.org", WEEKEND);
        room.consent.leave(leftOne.id(), List.of(DAILY), Way.PAGE);
        room.suppressions.suppress(new EmailAddress("never@example.org"), "wrote to the editors");
        room.consent.erase(new EmailAddress("erased@example.org"), "ada");

        var again = room.imports(
                "email,name",
                "left@example.org,Lea",
                "Left-One@example.org,Leo",
                "never@example.org,Nia",
                "erased@example.org,Ed");

        assertThat(again).isEqualTo(new Tally(0, 0, 0, 4, 0));
        assertThat(room.subscriber("left@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(room.subscriber("left@example.org").name()).isNull();
        assertThat(room.listsOf(leftOne)).containsExactly(WEEKEND);
        assertThat(room.knows("erased@example.org")).isFalse();
    }

    @Test
    void takesFromAFileThatSomebodyLeftButNotThatTheyCameBack() {
        room.imports("email", "ada@example.org");

        var tally = room.imports(
                "email,status", "ada@example.org,bounced", "bob@example.org,Unsubscribed", "cy@example.org,VIP");
        var again = room.imports("email,status", "ada@example.org,active", "bob@example.org,active");

        assertThat(tally).isEqualTo(new Tally(0, 1, 0, 1, 1));
        assertThat(again).isEqualTo(new Tally(0, 0, 0, 2, 0));
        assertThat(room.subscriber("ada@example.org").status()).isEqualTo(Status.BOUNCED);
        assertThat(room.subscriber("bob@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(room.refused)
                .singleElement()
                .extracting(RefusedLine::reason)
                .asString()
                .startsWith("Its column \"status\" says \"VIP\", which is no status that is known here.");
    }

    @Test
    void takesAnAddressThatComesTwiceOnce() {
        var tally = room.imports("email,name", "ada@example.org,Ada", "ADA@example.org,Ada L.", "ada@example.org,");

        assertThat(tally).isEqualTo(new Tally(1, 1, 1, 0, 0));
        assertThat(room.subscriber("ada@example.org").name()).isEqualTo("Ada L.");
    }

    @Test
    void takesMoreThanOneTransactionHolds() {
        var addresses = IntStream.range(0, 2_500)
                .mapToObj(number -> "reader" + number + "@example.org")
                .collect(Collectors.joining("\n"));

        assertThat(room.imports("email", addresses).fresh()).isEqualTo(2_500);
        assertThat(room.jdbc
                        .sql("select count(*) from subscription")
                        .query(Long.class)
                        .single())
                .isEqualTo(2_500);
    }

    @Test
    void takesEachPersonOnceWhenTwoFilesComeAtTheSameTime() throws Exception {
        var people = IntStream.range(0, 500)
                .mapToObj(number -> SubscriberEntry.of(new EmailAddress("reader" + number + "@example.org"), null))
                .toList();
        var backwards = new ArrayList<>(people);
        Collections.reverse(backwards);
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);

        var tallies = threads.invokeAll(List.of(taking(people, start), taking(backwards, start)));
        threads.shutdown();

        assertThat(tallies.get(0).get().fresh() + tallies.get(1).get().fresh()).isEqualTo(500);
        assertThat(room.jdbc
                        .sql("select count(*) from subscription")
                        .query(Long.class)
                        .single())
                .isEqualTo(500);
    }

    private Callable<Tally> taking(List<SubscriberEntry> people, CyclicBarrier start) {
        return () -> {
            start.await();
            return room.intake.take(people, DAILY);
        };
    }

    @Test
    void cutsNoValueShortInSilence() {
        room.imports("email,note", "ada@example.org," + "x".repeat(70_000), "bob@example.org,fine");

        assertThat(room.refused).singleElement().extracting(RefusedLine::line).isEqualTo(2L);
        assertThat(room.knows("bob@example.org")).isTrue();
    }

    @Test
    void saysWhatAFileWithoutAddressesLacks() {
        assertThatThrownBy(() -> room.imports("Email Address,First Name", "ada@example.org,Ada"))
                .hasMessage("The file has no column \"email\", only Email Address, First Name."
                        + " Name the column that holds the addresses \"email\".");
        assertThatThrownBy(() -> room.imports("")).hasMessageContaining("The file is empty.");
    }

    @Test
    void wakesThoseAgainWhosePauseIsOver() {
        var ada = room.takes("ada@example.org", DAILY);
        room.consent.pause(ada.id(), room.clock.instant().plus(Duration.ofDays(14)));
        room.imports("email", "ada@example.org");

        assertThat(room.subscribers.wake()).isZero();
        assertThat(room.subscriber("ada@example.org").status()).isEqualTo(Status.PAUSED);

        room.clock.advance(Duration.ofDays(14));
        assertThat(room.subscribers.wake()).isOne();
        assertThat(room.subscriber("ada@example.org").status()).isEqualTo(Status.ACTIVE);
    }
}
