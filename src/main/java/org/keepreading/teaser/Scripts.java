package org.keepreading.teaser;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Writes raised and lowered letters where there is no markup: 10⁶, H₂O, x^1.5. */
public final class Scripts {
    private static final String PLAIN = "0123456789+-=()n";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    /** A power is a number; what else is raised are ordinals, abbreviations and notes. */
    private static final Pattern POWER = Pattern.compile("[+−-]?\\d[\\d.,/]*");

    private Scripts() {}

    /** Replaces {@code sup} and {@code sub} within the element by text. */
    public static void write(Element body) {
        for (var raised : body.select("sup")) {
            var text = raised.text().strip().replace('−', '-');
            raised.replaceWith(new TextNode(
                    isIn(text) ? mapped(text, RAISED) : POWER.matcher(text).matches() ? "^" + text : text));
        }
        for (var lowered : body.select("sub")) {
            var text = lowered.text().strip().replace('−', '-');
            lowered.replaceWith(new TextNode(isIn(text) ? mapped(text, LOWERED) : text));
        }
    }

    private static boolean isIn(String text) {
        return text.chars().allMatch(letter -> PLAIN.indexOf(letter) >= 0);
    }

    private static String mapped(String text, String to) {
        return text.chars()
                .mapToObj(letter -> String.valueOf(to.charAt(PLAIN.indexOf(letter))))
                .collect(Collectors.joining());
    }
}
