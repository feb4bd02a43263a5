package org.keepreading.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Nothing from outside commands a terminal. */
class ShowingWriterTest {
    private static final String FORGED = "Ferry\r\nERROR all is lost\u001b[2J\u0007\u202Egnp.exe\u009b1m";
    private static final String SHOWN = "Ferry ERROR all is lost[2Jgnp.exe1m";

    private final StringWriter paper = new StringWriter();
    private final ShowingWriter out = new ShowingWriter(paper);

    @Test
    void keepsAValueOnItsLineHoweverItIsPrinted() {
        out.println(FORGED);
        out.print(FORGED);
        out.println();
        out.println((Object) FORGED);
        out.printf("%s%n", FORGED);
        out.printf(Locale.UK, "%-40s|%n", FORGED);
        out.println(FORGED.toCharArray());
        out.append(FORGED.subSequence(0, 7)).println();

        assertThat(paper.toString().lines())
                .containsExactly(
                        SHOWN, SHOWN, SHOWN, SHOWN, "%-40s|".formatted(SHOWN), SHOWN, FORGED.substring(0, 5), "");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 8, 0x1B, 0x7F, 0x80, 0x9B, 0x9F, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D,
                0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xE0000, 0xE0001, 0xE0041, 0xE007F
            })
    void showsNothingHiddenAndKeepsItForPrograms(int hidden) {
        var value = "a" + Character.toString(hidden) + "b";
        var json = Laid.json(new JsonMapper().writeValueAsString(value));

        out.println(value);
        out.println(json);

        assertThat(paper.toString().lines()).first().isEqualTo("ab");
        assertThat(json.toString()).isEqualTo(Shown.of(json.toString()));
        assertThat(new JsonMapper().readValue(json.toString(), String.class)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"می\u200Cخواهم", "क्\u200Dष", "👩\u200D🚒", "Zoë", "🏴", "«»—“”", "a  b"})
    void showsWhatIsWrittenWithJoiners(String word) {
        out.println(word);

        assertThat(paper.toString().strip()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\t", "\u000B", "\f", "\u0085", "\u2028", "\u2029", "\n\n\n"})
    void setsASpaceWhereALineEnded(String end) {
        out.println("Ferry" + end + "stops");

        assertThat(paper.toString().lines()).containsExactly("Ferry stops");
    }

    @Test
    void endsLinesWhereTheProgramSaysSo() {
        out.printf("%s:%n%s%n", "harbour", Laid.lines(List.of("1 new", "refused a\nb")));
        out.println(Laid.text("Usage: keepreading\n  --help\n"));
        out.println(Laid.json("{\n  \"a\" : 1\n}"));

        assertThat(paper.toString().lines())
                .containsExactly(
                        "harbour:", "1 new", "refused a b", "Usage: keepreading", "  --help", "{", "  \"a\" : 1", "}");
    }

    @Test
    void formatsFiguresAndTimesAsEver() {
        out.printf(Locale.UK, "%,d %.1f %tF %s%n", 1_000_000, 1.5, LocalDate.of(2026, 3, 2), null);

        assertThat(paper).hasToString("1,000,000 1.5 2026-03-02 null%n".formatted());
    }

    @Test
    void writesForProgramsAsItIs() {
        out.write("a,\"b\r\nc\"\r\n");
        out.flush();

        assertThat(paper).hasToString("a,\"b\r\nc\"\r\n");
    }
}
