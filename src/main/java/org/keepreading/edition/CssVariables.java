package org.keepreading.edition;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces each {@code var(--ink)} of a style sheet by what {@code :root} says: most mail clients know no variables. */
final class CssVariables {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern ROOT = Pattern.compile("(?s):root\\s*\\{[^}]*--[^}]*\\}");
    private static final Pattern VARIABLE = Pattern.compile("(--[\\w-]+)\\s*:\\s*([^;}]+)[;}]");
    private static final Pattern USE = Pattern.compile("var\\(\\s*(--[\\w-]+)\\s*\\)");

    private CssVariables() {}

    static String replaced(String file, String css) {
        var code = COMMENT.matcher(css).replaceAll(CssVariables::lineEnds);
        var values = values(code);
        var rules = ROOT.matcher(code).replaceAll(CssVariables::lineEnds);
        return USE.matcher(rules).replaceAll(use -> {
            if (!values.containsKey(use.group(1))) {
                throw unknown(file, rules, use);
            }
            return values.get(use.group(1));
        });
    }

    private static Map<String, String> values(String code) {
        return VARIABLE.matcher(code)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> found.group(2).strip(), (earlier, later) -> later));
    }

    private static TemplateProblem unknown(String file, String rules, MatchResult use) {
        var line = (int) rules.substring(0, use.start()).lines().count();
        return new TemplateProblem(file, line, "there is no " + use.group(1) + ". Add it to :root at the top.");
    }

    /** What is left of a part that goes, so that the lines below keep their numbers. */
    private static String lineEnds(MatchResult part) {
        return part.group().replaceAll("[^\\n]", "");
    }
}
