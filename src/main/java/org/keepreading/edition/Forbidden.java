package org.keepreading.edition;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Refuses what would make a value into a template ({@code ?eval}, {@code ?interpret}) or reach for Java: FreeMarker
 * has no switch for the first two.
 */
final class Forbidden {
    private static final Pattern COMMENT = Pattern.compile("(?s)[<\\[]#--.*?--[>\\]]");
    private static final Pattern BUILT_IN = Pattern.compile("\\?\\s*(api|new|eval|interpret)\\b");

    private Forbidden() {}

    static void checkAll(TemplateFiles files) {
        files.files().forEach((file, source) -> {
            if (file.contains(".ftl")) {
                check(files.path(file), source);
            }
        });
    }

    static void check(String name, String source) {
        // A comment may stand between "?" and the name: blank it, and keep its line ends.
        var code = COMMENT.matcher(source).replaceAll(comment -> blank(comment));
        var found = BUILT_IN.matcher(code);
        if (found.find()) {
            var line = (int) code.substring(0, found.start()).lines().count();
            throw new TemplateProblem(
                    name, Math.max(1, line), "\"?" + found.group(1) + "\" is not allowed in a template. Leave it out.");
        }
    }

    private static String blank(MatchResult comment) {
        return comment.group().replaceAll("[^\\n]", " ");
    }
}
