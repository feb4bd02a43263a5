package org.keepreading.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which character set a document is. */
class EncodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf-8-bom-declared-latin-1.xml",
                "utf-16-big-endian-bom-declared-utf-8.xml",
                "utf-16-little-endian-without-bom.xml",
                "utf-8-declared-utf-16.xml",
                "utf-8-declared-latin-1.xml",
                "utf-8-declared-nonsense.xml",
                "windows-1252-declared-utf-8.xml",
                "windows-1252-declared-latin-1.xml",
                "windows-1252-undeclared.xml",
                "windows-1252-bytes-in-utf-8.xml",
            })
    void findsTheLettersBehindAWrongDeclaration(String fixture) {
        assertThat(ReadFeed.ofFixture(fixture).only().headline()).isEqualTo("Café “Sol” – 5 €");
    }

    @ParameterizedTest
    @CsvSource({"shift-jis.xml, 東京の港", "koi8-r.xml, Порт"})
    void believesADeclarationThatIsRight(String fixture, String headline) {
        assertThat(ReadFeed.ofFixture(fixture).only().headline()).isEqualTo(headline);
    }

    @Test
    void believesTheTransportBeforeTheDocument() {
        var document =
                "<?xml version=\"1.0\" encoding=\"koi8-r\"?><a>Порт</a>".getBytes(Charset.forName("windows-1251"));

        assertThat(Encoding.decode(document, "windows-1251")).endsWith("<a>Порт</a>");
    }

    @Test
    void believesAByteOrderMarkBeforeTheTransport() {
        assertThat(Encoding.decode("\uFEFFCafé".getBytes(UTF_8), "iso-8859-1")).isEqualTo("Café");
    }

    @Test
    void readsNothingOutOfNothing() {
        assertThat(Encoding.decode(new byte[0], null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "windows_1251, windows-1251, Порт",
        "win-1251, windows-1251, Порт",
        "CP-1251, windows-1251, Порт",
        "ms-cyrl, windows-1251, Порт",
        "x-mac-cyrillic, x-MacCyrillic, Порт",
        "macintosh, x-MacRoman, Café",
        "csIBM866, IBM866, Порт",
    })
    void knowsAnEncodingByItsOldAndMisspeltNames(String name, String charset, String words) {
        assertThat(decoded(words, name, charset)).endsWith("<a>" + words + "</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "gb2312, GB18030, 朱镕基到港",
        "euc-kr, x-windows-949, 똠방각하",
        "shift_jis, windows-31j, 第①港",
        "big5, Big5-HKSCS, 啲船",
        "iso-8859-9, windows-1254, Liman – gece",
    })
    void readsTheLettersThatProgramsAddedToAnEncoding(String name, String charset, String words) {
        assertThat(decoded(words, name, charset)).endsWith("<a>" + words + "</a>");
    }

    @ParameterizedTest
    @CsvSource({"shift_jis, 東京の港に船が着いた", "euc-jp, 東京の港に船が着いた", "gb2312, 港口今天早上开放", "big5, 港口今天早上開放"})
    void losesOneLetterToOneBrokenByte(String name, String words) {
        var document = document(words + "||end", name, name);
        document[document.length - "||end</a>".length()] = (byte) 0xFF;

        assertThat(Encoding.decode(document, null)).contains(words).endsWith("end</a>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The captain\u0092s \u0093log\u0094 \u0096 5 \u0080 | The captain’s “log” – 5 €",
                "A\u0085B | A\u0085B"
            })
    void readsWindowsLettersWhoseNumbersWereTakenForUnicode(String written, String meant) {
        assertThat(Encoding.decode(written.getBytes(UTF_8), null)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Un enfant «\u00A0doué\u00A0», «\u00A0surdoué\u00A0» à l’école",
                "Der Käpt’n grüßt — «\u00A0allé\u00A0»"
            })
    void readsWindowsLettersThatLookLikeUtf8HereAndThere(String words) {
        assertThat(Encoding.decode(words.getBytes(Charset.forName("windows-1252")), null))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"IBM037, cp037", "IBM500, ebcdic-cp-ch", "IBM037, ebcdic_cp_nl", "IBM037, nobody-knows"})
    void readsAMainframesDocument(String charset, String name) {
        assertThat(decoded("Le Café\nouvre", name, charset)).endsWith("<a>Le Café\nouvre</a>");
    }

    private static String decoded(String words, String name, String charset) {
        return Encoding.decode(document(words, name, charset), null);
    }

    private static byte[] document(String words, String name, String charset) {
        return "<?xml version=\"1.0\" encoding=\"%s\"?><a>%s</a>"
                .formatted(name, words)
                .getBytes(Charset.forName(charset));
    }
}
