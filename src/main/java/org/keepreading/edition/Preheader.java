package org.keepreading.edition;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an inbox shows after the subject: the first dek, then the next headlines, 40 to 140 characters. */
final class Preheader {
    private static final int ENOUGH = 90;
    private static final int LONGEST = 140;

    private Preheader() {}

    static String of(List<Model.Teaser> carried, List<Model.Teaser> latest, String newsletter) {
        var text = "";
        for (var line : lines(carried, latest, newsletter).toList()) {
            if (text.length() < ENOUGH) {
                text += (text.isEmpty() ? "" : " · ") + line;
            }
        }
        return Headline.cut(text, LONGEST);
    }

    private static Stream<String> lines(List<Model.Teaser> carried, List<Model.Teaser> latest, String newsletter) {
        var dek = carried.stream().limit(1).map(Preheader::dek).filter(Objects::nonNull);
        var next = Stream.concat(carried.stream().skip(1), latest.stream()).map(Model.Teaser::headline);
        return Stream.of(dek, next, Stream.of(newsletter)).flatMap(lines -> lines);
    }

    private static @Nullable String dek(Model.Teaser teaser) {
        return teaser.dek();
    }
}
