package org.keepreading.teaser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a sentence ends, in many languages. */
class SentencesTest {
    private static final String FAMILY = "👩‍👩‍👧‍👦";

    /** Each begins with a whole sentence; a full stop that ends none follows. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The quay opens. It was Dr. Reis who said so",
                "en | The quay opens. In the U.S. Senate nobody cared",
                "en | The quay opens. At 6 a.m. Monday it rains",
                "en | The quay opens. J. R. Costa was there",
                "de | Der Kai ist offen. Das gilt z. B. Freitag",
                "de | Der Kai ist offen. Am 3. März regnet es",
                "de | Der Kai ist offen. Der 1. FC Hafen gewinnt",
                "fr | Le quai ouvre. Selon M. Costa il pleut",
                "es | Abre el muelle. Según la Sra. Reis llueve",
                "it | Apre il molo. Secondo il dott. Costa piove",
                "pt | O cais abre. Segundo o Sr. Costa chove",
                "nl | De kade is open. Volgens dhr. Jansen regent het",
                "da | Kajen er åben. Den 3. Maj regner det",
                "de | Der Kai ist offen. So sagte es Fr. Dr. med. Schulz und Hr. Costa",
                "es | Abre el muelle. En EE. UU. llueve",
                "pl | Port otwarty. Tak mówi mgr. Nowak i inż. Kowal",
                "cs | Přístav je otevřen. Řekla to MUDr. Nováková",
                "hu | A rakpart nyitva. Így lesz 2026. Május végéig",
                "fi | Laituri on auki. Tulkaa esim. Perjantaina",
                "tr | Liman açık. Bunu Doç. Yılmaz söyledi",
                "ro | Cheiul e deschis. Așa spune dl. Popescu",
                "el | Το λιμάνι άνοιξε. Το λέει ο κ. Νικολάου",
                "ru | Причал открыт. Так сказал проф. Иванов",
                "uk | Причал відкрито. Так каже проф. Іваненко",
            })
    void endWhereTheirLanguageEndsThem(String language, String text) {
        var end = Sentences.of(Locale.forLanguageTag(language)).lastEnd(text, text.length() - 1);

        assertThat(text.substring(0, end).strip()).isEqualTo(text.substring(0, text.indexOf('.') + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 25, 30})
    void areNeverCutInsideWhatIsOneCharacterToAReader(int within) {
        var emoji = FAMILY.repeat(5);
        var thai = "สภาเมืองลงมติเห็นชอบท่าเรือใหม่ด้วยคะแนน";

        assertThat(Sentences.of(Locale.ENGLISH).lastWord(emoji, within) % FAMILY.length())
                .isZero();
        var end = Sentences.of(Locale.forLanguageTag("th")).lastWord(thai, within);
        assertThat(Character.getType(thai.charAt(end))).isNotEqualTo((int) Character.NON_SPACING_MARK);
    }

    @Test
    void areCutBetweenWordsAndNotInsideAnAddress() {
        var text = "See https://harbour.example/quay/plans for more";

        assertThat(Sentences.of(Locale.ENGLISH).lastWord(text, 25)).isEqualTo("See".length());
    }

    @Test
    void areCountedFromTheFirst() {
        assertThat(Sentences.of(Locale.ENGLISH).first(1, "Mr. Costa left. He waved. It rained."))
                .isEqualTo("Mr. Costa left.");
        assertThat(Sentences.of(Locale.ENGLISH).first(2, "Mr. Costa left. He waved. It rained."))
                .isEqualTo("Mr. Costa left. He waved.");
        assertThat(Sentences.of(Locale.ENGLISH).first(2, "No end at all")).isEqualTo("No end at all");
    }
}
