package org.keepreading.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.letter.HarbourMail.DAILY;
import static org.keepreading.letter.HarbourMail.ada;
import static org.keepreading.letter.HarbourMail.reader;
import static org.keepreading.letter.HarbourMail.text;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keepreading.edition.MergeField;
import org.keepreading.testing.ReadMessage;
import org.keepreading.testing.Scribbler;
import org.springframework.web.util.HtmlUtils;

/** What holds for whatever people, feeds and attackers write. A failing case is named by its seed; -Dseed=N tries others. */
class LetterPropertiesTest {
    private static final List<String> HEADERS =
            ReadMessage.of(DAILY.letter().message(ada())).headerNames();

    static LongStream seeds() {
        return new Random(Long.getLong("seed", 20_261_124)).longs(400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void arrivesAsItWasMeant(long seed) throws Exception {
        var scribbler = new Scribbler(seed);
        var subject = scribbler.scribble();
        var name = scribbler.scribble();
        var before = scribbler.scribble();
        var after = scribbler.scribble();

        var letter = DAILY.letter(
                text(subject, MergeField.NAME),
                text(before, MergeField.NAME, after, MergeField.UNSUBSCRIBE_URL),
                text(MergeField.NAME, MergeField.NAME, before, after));
        var message = ReadMessage.of(letter.message(reader("ada@example.org", name)));

        assertThat(message.subject()).isEqualTo(oneLine(subject + oneLine(name)));
        assertThat(personal(message, "To")).isEqualTo(oneLine(name));
        assertThat(message.text()).isEqualTo(lines(before) + oneLine(name) + lines(after) + ada().unsubscribe());
        assertThat(message.html()).isEqualTo(html(oneLine(name)) + html(oneLine(name)) + lines(before) + lines(after));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void namesItsSenderAndListAsWasMeant(long seed) throws Exception {
        var scribbler = new Scribbler(seed);
        var harbour = new HarbourMail(scribbler.scribble(), scribbler.scribble(), null, DAILY.frozenAt());

        var message = ReadMessage.of(harbour.letter().message(ada()));

        assertThat(personal(message, "From")).isEqualTo(oneLine(harbour.sender()));
        assertThat(message.address("From").getAddress()).isEqualTo("daily@harbour.example");
        assertThat(message.header("List-ID")).endsWith("<daily.harbour.example>");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesNoRelayAReasonToChangeIt(long seed) {
        var message = scribbled(seed);

        assertThat(message.raw().replace("\r\n", "")).matches("[\\t\\x20-\\x7e]*");
        assertThat(message.lines())
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(998)
                        .doesNotStartWith(".")
                        .doesNotStartWith("From ")
                        .doesNotEndWith(" ")
                        .doesNotEndWith("\t"));
        assertThat(bodyLines(message)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsTheHeadersThatWeWroteAndNoOther(long seed) {
        var message = scribbled(seed);

        assertThat(message.headerNames()).containsExactlyInAnyOrderElementsOf(HEADERS);
        assertThat(message.headLines())
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(line.startsWith("List-") ? 998 : 78)
                        .isNotBlank());
        assertThat(message.raw().split("\r\n--=_daily_")).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsEncodedWordsShort(long seed) {
        var words = scribbled(seed).headLines().stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .filter(word -> word.startsWith("=?"));

        assertThat(words)
                .allSatisfy(word -> assertThat(word)
                        .matches("=\\?UTF-8\\?[QB]\\?[!->@-~]+\\?=")
                        .hasSizeLessThanOrEqualTo(75));
    }

    private static ReadMessage scribbled(long seed) {
        var scribbler = new Scribbler(seed);
        var harbour = new HarbourMail(
                scribbler.scribble(), scribbler.scribble(), "editors@harbour.example", DAILY.frozenAt());
        var letter = harbour.letter(
                text(scribbler.scribble(), MergeField.NAME, scribbler.scribble()),
                text(scribbler.scribble(), MergeField.NAME, scribbler.scribble(), MergeField.PREFERENCES_URL),
                text(scribbler.scribble(), MergeField.WEB_URL, scribbler.scribble(), MergeField.NAME));
        return ReadMessage.of(letter.message(reader("ada@example.org", scribbler.scribble())));
    }

    private static List<String> bodyLines(ReadMessage message) {
        return message.lines()
                .subList(message.headLines().size(), message.lines().size());
    }

    private static String personal(ReadMessage message, String header) throws Exception {
        var name = message.address(header).getPersonal();
        return name == null ? "" : name;
    }

    private static String oneLine(String text) {
        return whole(text).replaceAll("[\\p{Cc}\u2028\u2029 ]+", " ").strip();
    }

    private static String lines(String text) {
        return whole(text).replaceAll("[\\p{Cc}&&[^\t\r\n\u0080-\u009f]]", "").replaceAll("\r\n|\r|\n", "\r\n");
    }

    private static String html(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String whole(String text) {
        return text.replaceAll("\\p{Cs}", "\uFFFD");
    }
}
