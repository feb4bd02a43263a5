package org.keepreading.edition;

import com.helger.css.ICSSWriterSettings;
import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.parser.ParseException;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSInterpretErrorHandler;
import com.helger.css.reader.errorhandler.ThrowingCSSParseErrorHandler;
import com.helger.css.writer.CSSWriterSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A template's style.css, taken apart: what can stand in style attributes, and what a mail client must find in its
 * head, if it looks there at all.
 *
 * @param inline in the order of the cascade, weakest first
 * @param kept media queries, pseudo-classes, rules for one client and whatever is {@code !important}
 */
record StyleSheet(List<Rule> inline, List<String> kept) {
    private static final ICSSWriterSettings SHORT = new CSSWriterSettings(true);
    private static final String STYLE = "style.css";
    private static final Pattern IMPORT = Pattern.compile("@import\\s+(?:url\\()?[\"']([^\"']+)[\"']\\)?\\s*;");
    private static final Pattern CLASS = Pattern.compile("\\.(-?[_a-zA-Z][\\w-]*)");

    /** Declarations without {@code !important} under one selector. */
    record Rule(String selector, int specificity, List<CSSDeclaration> declarations) {}

    /**
     * A template's style.css after what it imports, which its own rules win over.
     *
     * @param look variables that win over those of the sheets
     */
    static StyleSheet of(TemplateFiles files, Map<String, String> look) {
        var sheets = new LinkedHashMap<String, String>();
        var own = files.text(STYLE).orElse("");
        imports(files, own)
                .forEach(file -> sheets.put(files.path(file), files.text(file).orElseThrow()));
        sheets.put(files.path(STYLE), own);
        return parse(sheets, look);
    }

    private static List<String> imports(TemplateFiles files, String css) {
        return IMPORT.matcher(css)
                .results()
                .map(found -> {
                    if (files.text(found.group(1)).isEmpty()) {
                        var line = (int) css.substring(0, found.end()).lines().count();
                        throw new TemplateProblem(
                                files.path(STYLE),
                                line,
                                "there is no " + found.group(1)
                                        + ". Templates share what lies in templates/shared: \"../shared/base.css\".");
                    }
                    return found.group(1);
                })
                .toList();
    }

    /** @param sheets by file, weakest first */
    static StyleSheet parse(Map<String, String> sheets, Map<String, String> look) {
        var values = new LinkedHashMap<String, String>();
        sheets.forEach((file, css) -> values.putAll(CssVariables.in(file, css)));
        values.putAll(look);
        var variables = new CssVariables(values);
        var inline = new ArrayList<Rule>();
        var kept = new ArrayList<String>();
        sheets.forEach((file, css) -> addRules(file, variables.replaced(file, css), inline, kept));
        inline.sort(Comparator.comparingInt(Rule::specificity));
        return new StyleSheet(List.copyOf(inline), List.copyOf(kept));
    }

    private static void addRules(String file, String css, List<Rule> inline, List<String> kept) {
        try {
            addRules(read(file, css), inline, kept);
        } catch (StackOverflowError e) {
            throw new TemplateProblem(file, null, "nests its rules too deep. Leave @media within @media out.");
        }
    }

    private static void addRules(CascadingStyleSheet sheet, List<Rule> inline, List<String> kept) {
        for (ICSSTopLevelRule rule : sheet.getAllRules()) {
            if (rule instanceof CSSStyleRule style && isPlain(style)) {
                inline.addAll(rules(style));
                important(style).forEach(kept::add);
            } else {
                kept.add(rule.getAsCSSString(SHORT, 0));
            }
        }
    }

    /** The classes that the kept rules speak of; the others are no use in a mail. */
    Set<String> classes() {
        return kept.stream()
                .flatMap(rule -> CLASS.matcher(rule).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static CascadingStyleSheet read(String file, String css) {
        var mistakes = new ArrayList<ParseException>();
        var sheet = CSSReader.readFromStringReader(
                css,
                new CSSReaderSettings()
                        .setCustomErrorHandler(new ThrowingCSSParseErrorHandler())
                        .setCustomExceptionHandler(mistakes::add)
                        .setInterpretErrorHandler(new DoNothingCSSInterpretErrorHandler()));
        if (sheet == null || !mistakes.isEmpty()) {
            throw new TemplateProblem(
                    file, line(mistakes), "is no CSS from here. Look for a missing brace or semicolon before it.");
        }
        return sheet;
    }

    private static @Nullable Integer line(List<ParseException> mistakes) {
        return mistakes.stream()
                .map(mistake -> mistake.currentToken)
                .filter(Objects::nonNull)
                .map(token -> token.next == null ? token.beginLine : token.next.beginLine)
                .findFirst()
                .orElse(null);
    }

    private static boolean isPlain(CSSStyleRule rule) {
        return rule.getAllSelectors().stream().map(StyleSheet::text).noneMatch(text -> text.matches(".*[:\\[@].*"));
    }

    private static List<Rule> rules(CSSStyleRule rule) {
        var declarations = rule.getAllDeclarations().stream()
                .filter(declaration -> !declaration.isImportant())
                .toList();
        return rule.getAllSelectors().stream()
                .map(selector -> new Rule(text(selector), specificity(selector), declarations))
                .toList();
    }

    private static Stream<String> important(CSSStyleRule rule) {
        var declarations = rule.getAllDeclarations().stream()
                .filter(CSSDeclaration::isImportant)
                .map(declaration -> declaration.getAsCSSString(SHORT, 0))
                .collect(Collectors.joining(";"));
        return declarations.isEmpty()
                ? Stream.empty()
                : Stream.of(rule.getSelectorsAsCSSString(SHORT, 0) + "{" + declarations + "}");
    }

    private static String text(CSSSelector selector) {
        return selector.getAsCSSString(SHORT, 0);
    }

    /** Identifiers, classes, elements (Selectors Level 3, section 9), each a digit of a number to base 100. */
    private static int specificity(CSSSelector selector) {
        return selector.getAllMembers().stream()
                .map(member -> member.getAsCSSString(SHORT, 0))
                .mapToInt(member -> switch (member.charAt(0)) {
                    case '#' -> 10_000;
                    case '.' -> 100;
                    case ' ', '>', '+', '~', '*' -> 0;
                    default -> 1;
                })
                .sum();
    }
}
