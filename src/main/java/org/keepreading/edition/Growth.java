package org.keepreading.edition;

import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** By how much one expression of a template may lengthen a text, at most: what it does at one stroke, nothing can stop half-way. */
final class Growth {
    static final int MOST = 6;

    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern TEXTS = Pattern.compile(TEXT);

    /** What is written there as it is lengthens nothing much. */
    private static final Pattern SUMMAND = Pattern.compile("\\+(?!\\s*\"\")|[$#]\\{");

    private static final Pattern LISTED = Pattern.compile(",");
    private static final Pattern JOIN = Pattern.compile("\\?\\s*join\\b\\(\\s*" + TEXT);
    private static final Pattern REPLACE = Pattern.compile("\\?\\s*replace\\b\\(\\s*" + TEXT + "\\s*,\\s*" + TEXT);
    private static final Pattern ESCAPE =
            Pattern.compile("\\?\\s*(js_string|jsString|json_string|jsonString|j_string|jString|rtf)\\b");
    private static final Pattern EACH = Pattern.compile("->");

    private final String words;
    private final String withoutTexts;

    /** @param words an element of a template, as FreeMarker writes it down again */
    Growth(String words) {
        this.words = words;
        this.withoutTexts = withoutTexts(words);
    }

    /** Those texts stay that hold expressions of their own. */
    static String withoutTexts(String words) {
        return TEXTS.matcher(words).replaceAll(text -> text.group().contains("{") ? "$0" : "\"\"");
    }

    boolean isTooMuch() {
        double each = Math.max(1, (double) count(EACH, withoutTexts));
        var factor = Math.pow(summands(), each) * Math.pow(2, (double) count(ESCAPE, words));
        return factor * joined() * replaced() > MOST;
    }

    private double summands() {
        var own = words.startsWith("${") ? 0 : 1;
        return (double)
                (own + count(SUMMAND, withoutTexts) + (words.contains("join") ? count(LISTED, withoutTexts) : 0));
    }

    private double joined() {
        return product(JOIN, join -> letters(join.group(1)) / 4.0);
    }

    private double replaced() {
        return product(REPLACE, replace -> letters(replace.group(2)) / Math.max(1.0, letters(replace.group(1))));
    }

    /** An escaped one counts as one. */
    private static int letters(String text) {
        return text.replaceAll("\\\\.", "x").length();
    }

    private double product(Pattern pattern, ToDoubleFunction<MatchResult> factor) {
        return pattern.matcher(words)
                .results()
                .mapToDouble(found -> Math.max(1, factor.applyAsDouble(found)))
                .reduce(1, (one, other) -> one * other);
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
