package org.keepreading.edition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces each {@code var(--ink)} of a style sheet by what {@code :root} says: most mail clients know no variables.
 *
 * @param values by name, such as {@code --ink}; a value may itself be another's {@code var(…)}
 */
record CssVariables(Map<String, String> values) {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern ROOT = Pattern.compile(":root\\s*+\\{[^{}]*+\\}");
    private static final Pattern VARIABLE = Pattern.compile("(--[\\w-]+)\\s*:\\s*([^;}]+)[;}]");
    private static final Pattern USE = Pattern.compile("var\\(\\s*(--[\\w-]+)\\s*\\)");

    /** How deep variables may stand for variables. */
    private static final int DEPTH = 5;

    /** In letters, before and after: a few that stand for one another many times would fill the memory. */
    private static final int LARGEST = 100_000;

    static Map<String, String> in(String file, String css) {
        check(file, css.length());
        var values = new LinkedHashMap<String, String>();
        VARIABLE.matcher(code(css))
                .results()
                .forEach(found -> values.put(found.group(1), found.group(2).strip()));
        return values;
    }

    String replaced(String file, String css) {
        var rules = ROOT.matcher(code(css)).replaceAll(CssVariables::withoutVariables);
        for (var depth = 0; depth < DEPTH && USE.matcher(rules).find(); depth++) {
            rules = replacedOnce(file, rules);
        }
        return rules;
    }

    private String replacedOnce(String file, String rules) {
        var uses = USE.matcher(rules);
        var replaced = new StringBuilder();
        while (uses.find()) {
            uses.appendReplacement(replaced, Matcher.quoteReplacement(value(file, rules, uses)));
            check(file, replaced.length());
        }
        return uses.appendTail(replaced).toString();
    }

    private static void check(String file, int letters) {
        if (letters > LARGEST) {
            throw new TemplateProblem(
                    file,
                    null,
                    "is longer than %,d letters once its variables are replaced. Shorten it.".formatted(LARGEST));
        }
    }

    private static String withoutVariables(MatchResult root) {
        return Matcher.quoteReplacement(root.group().contains("--") ? lineEnds(root) : root.group());
    }

    private String value(String file, String rules, MatchResult use) {
        var value = values.get(use.group(1));
        if (value == null) {
            var line = (int) rules.substring(0, use.start()).lines().count();
            throw new TemplateProblem(file, line, "there is no " + use.group(1) + ". Add it to :root at the top.");
        }
        return value;
    }

    private static String code(String css) {
        return COMMENT.matcher(css).replaceAll(CssVariables::lineEnds);
    }

    /** What is left of a part that goes, so that the lines below keep their numbers. */
    private static String lineEnds(MatchResult part) {
        return part.group().replaceAll("[^\\n]", "");
    }
}
