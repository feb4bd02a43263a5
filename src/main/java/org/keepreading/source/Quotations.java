package org.keepreading.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Puts the quotation marks of a language around {@code q}, which few mail programs do (CLDR, delimiters). */
final class Quotations {
    private static final String ENGLISH = "“ ” ‘ ’";
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("de", "„ “ ‚ ‘"),
            Map.entry("de-CH", "« » ‹ ›"),
            Map.entry("fr", "«\u00A0 \u00A0» “ ”"),
            Map.entry("fr-CH", "« » ‹ ›"),
            Map.entry("es", "« » “ ”"),
            Map.entry("ca", "« » “ ”"),
            Map.entry("gl", "« » “ ”"),
            Map.entry("it", "« » “ ”"),
            Map.entry("pt-PT", "« » “ ”"),
            Map.entry("nl", "‘ ’ “ ”"),
            Map.entry("sv", "” ” ’ ’"),
            Map.entry("fi", "” ” ’ ’"),
            Map.entry("da", "” ” ’ ’"),
            Map.entry("nb", "« » ‘ ’"),
            Map.entry("nn", "« » ‘ ’"),
            Map.entry("no", "« » ‘ ’"),
            Map.entry("is", "„ “ ‚ ‘"),
            Map.entry("pl", "„ ” « »"),
            Map.entry("cs", "„ “ ‚ ‘"),
            Map.entry("sk", "„ “ ‚ ‘"),
            Map.entry("hu", "„ ” » «"),
            Map.entry("ro", "„ ” « »"),
            Map.entry("hr", "„ “ ‘ ’"),
            Map.entry("sr", "„ ” ’ ’"),
            Map.entry("sl", "„ “ ‚ ‘"),
            Map.entry("bg", "„ “ ‚ ‘"),
            Map.entry("et", "„ “ « »"),
            Map.entry("lt", "„ “ ‚ ‘"),
            Map.entry("el", "« » “ ”"),
            Map.entry("ru", "« » „ “"),
            Map.entry("uk", "« » „ “"),
            Map.entry("be", "« » “ ”"),
            Map.entry("fa", "« » ‹ ›"),
            Map.entry("ar", "” “ ’ ‘"),
            Map.entry("he", "” ” ’ ’"),
            Map.entry("ja", "「 」 『 』"),
            Map.entry("zh-TW", "「 」 『 』"));

    /** Somebody has written the marks as well. */
    private static final Pattern QUOTED = Pattern.compile("(?s)\\s*[“”„«»‹\"「『].*[“”»«›\"」』][.,;]?\\s*");

    private Quotations() {}

    static void write(Element body, Locale language) {
        var quotations = body.getElementsByTag("q");
        var marks = marks(language);
        for (var quotation : quotations) {
            var isInner = quotation.parents().is("q");
            if (QUOTED.matcher(quotation.text()).matches()) {
                continue;
            }
            quotation.prependText(marks.get(isInner ? 2 : 0));
            quotation.appendText(marks.get(isInner ? 3 : 1));
        }
        quotations.unwrap();
    }

    private static List<String> marks(Locale language) {
        var region = language.getLanguage() + "-" + language.getCountry();
        return List.of(MARKS.getOrDefault(region, MARKS.getOrDefault(language.getLanguage(), ENGLISH))
                .split(" ", -1));
    }
}
