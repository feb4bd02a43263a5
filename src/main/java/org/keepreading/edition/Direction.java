package org.keepreading.edition;

import java.util.Locale;
import java.util.Set;

/** Which way a language is written: by its script, or where its tag names none, by the one that it is usually written in there (CLDR). */
final class Direction {
    private static final Set<String> SCRIPTS =
            Set.of("Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi");

    private static final Set<String> LANGUAGES = Set.of(
            "ar", "arc", "arz", "ary", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "khw", "ks", "lrc",
            "mzn", "nqo", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi", "ji");

    private static final Set<String> PLACES = Set.of(
            "az-IR", "az-IQ", "ku-IR", "ku-IQ", "pa-PK", "tk-IR", "tk-AF", "uz-AF", "kk-CN", "kk-AF", "ky-CN", "ms-CC",
            "ha-SD", "tg-PK");

    /** Written from left to right in India. */
    private static final Set<String> OTHERWISE = Set.of("sd-IN");

    private Direction() {}

    static boolean isRightToLeft(Locale language) {
        if (!language.getScript().isEmpty()) {
            return SCRIPTS.contains(language.getScript());
        }
        var there = language.getLanguage() + "-" + language.getCountry();
        return PLACES.contains(there) || (LANGUAGES.contains(language.getLanguage()) && !OTHERWISE.contains(there));
    }
}
