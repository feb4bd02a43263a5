package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text and pictures of an article's HTML. */
class MarkupTest {
    private final Markup markup = Markup.html("<p>The <b>ferry</b> stops.</p>", "https://harbour.example/");

    @Test
    void isParsedOnceForAllWhoLookAtIt() {
        assertThat(markup.shown()).isSameAs(markup.shown());
    }

    @Test
    void isItsOwnForEachWhoTakesItApart() {
        markup.body().select("b").remove();

        assertThat(markup.shown().text()).isEqualTo("The ferry stops.");
        assertThat(markup.body().text()).isEqualTo("The ferry stops.");
        assertThat(markup.body().baseUri()).isEqualTo("https://harbour.example/");
    }
}
