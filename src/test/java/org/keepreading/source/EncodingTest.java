package org.keepreading.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(Reading.ofFixture(fixture).only().headline()).isEqualTo("Café “Sol” – 5 €");
    }

    @ParameterizedTest
    @CsvSource({"shift-jis.xml, 東京の港", "koi8-r.xml, Порт"})
    void believesADeclarationThatIsRight(String fixture, String headline) {
        assertThat(Reading.ofFixture(fixture).only().headline()).isEqualTo(headline);
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
}
