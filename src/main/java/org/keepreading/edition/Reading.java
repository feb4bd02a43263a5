package org.keepreading.edition;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long an edition takes to read: 230 words a minute, two Chinese or Japanese characters counted as a word. */
final class Reading {
    private static final int WORDS_A_MINUTE = 230;
    private static final String EAST_ASIAN = "\\p{IsIdeographic}\\p{IsHiragana}\\p{IsKatakana}";
    private static final Pattern WORD = Pattern.compile("[" + EAST_ASIAN + "]{1,2}|[^\\s" + EAST_ASIAN + "]+");

    private Reading() {}

    static int minutes(List<Model.Teaser> teasers) {
        var words = teasers.stream()
                .flatMap(Reading::texts)
                .mapToLong(Reading::words)
                .sum();
        return (int) Math.max(1, (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
    }

    private static Stream<String> texts(Model.Teaser teaser) {
        var lines = Stream.of(teaser.headline(), teaser.dek()).filter(Objects::nonNull);
        return Stream.concat(lines, teaser.plainExcerpt().stream());
    }

    private static long words(String text) {
        return WORD.matcher(text).results().count();
    }
}
