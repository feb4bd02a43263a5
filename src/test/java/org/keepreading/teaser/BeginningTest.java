package org.keepreading.teaser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Where a text is cut that has no room: excerpts as they are kept, and as an edition shows them. */
class BeginningTest {
    private static final String FERRY = "The ferry crosses.";
    private static final String MIDNIGHT = "It leaves at <b>midnight</b> sharp.";

    @Test
    void keepsWholeParagraphsAsLongAsThereIsRoom() {
        assertThat(of(FERRY.length() + 28, FERRY, MIDNIGHT, FERRY)).containsExactly(FERRY, MIDNIGHT);
    }

    @Test
    void endsWithAParagraphThatFillsTheRoomToTheLastLetter() {
        assertThat(of(FERRY.length(), FERRY, MIDNIGHT)).containsExactly(FERRY);
    }

    @Test
    void endsAfterASentence() {
        assertThat(of(60, FERRY + " " + MIDNIGHT + " Come early tonight.")).containsExactly(FERRY + " " + MIDNIGHT);
    }

    @Test
    void endsAfterAWordWhereNoSentenceFits() {
        assertThat(of(20, "The <b>ferry crosses the</b> river")).containsExactly("The <b>ferry crosses…</b>");
    }

    @Test
    void isNothingWhereThereIsNoRoom() {
        assertThat(of(0, FERRY)).isEmpty();
    }

    @Test
    void ofPlainTextEndsAlike() {
        var brief = new Beginning(Locale.ENGLISH, 20);

        assertThat(brief.of(FERRY)).isEqualTo(FERRY);
        assertThat(brief.of(FERRY + " It leaves at midnight.")).isEqualTo(FERRY);
        assertThat(brief.of("The ferry crosses the river")).isEqualTo("The ferry crosses…");
    }

    private static List<String> of(int letters, String... paragraphs) {
        var elements = List.of(paragraphs).stream()
                .map(paragraph -> Jsoup.parseBodyFragment(paragraph).body())
                .toList();
        return new Beginning(Locale.ENGLISH, letters)
                .of(elements).stream().map(Element::html).toList();
    }
}
