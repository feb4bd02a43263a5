package org.keepreading.edition;

import freemarker.core.Comment;
import freemarker.core.TemplateElement;
import freemarker.core.TextBlock;
import freemarker.template.Template;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses what would make a value into a template ({@code ?eval}, {@code ?interpret}), switch escaping off ({@code ?no_esc}) or
 * reach for Java, and what fills the memory or, as a regular expression can, keeps a core busy for ever at one stroke: FreeMarker has no switch for them. It looks at the parsed template, as FreeMarker itself writes each element
 * down again: how a source hides a word from a reader makes no difference there.
 */
@SuppressWarnings("deprecation") // there is no other way to a template's elements
final class Forbidden {
    private static final Pattern BUILT_IN =
            Pattern.compile("\\?\\s*(api|new|eval|evalJson|eval_json|interpret|noEsc|no_esc|matches)\\b");

    /** Padded to so many letters as are not written there, or to more than 999. */
    private static final Pattern PAD =
            Pattern.compile("\\?\\s*(left_pad|leftPad|right_pad|rightPad)\\b(?!\\(\\s*\\d{1,3}\\s*[,)])");

    private static final Pattern RANGE = Pattern.compile("\\.\\.[<!*]?\\s*(\\d{5,})");

    /** A range that is looped over can be stopped on its way; one that is used otherwise can't, and its length is unknown. */
    private static final Pattern OPEN_RANGE =
            Pattern.compile("^(?!#list ).*?(\\.\\.[<!*]?)(?!\\s*\\d{1,4}\\b)(?![^\\[]*\\])", Pattern.DOTALL);

    private static final String TEXT = "\\s*\"(?:[^\"\\\\]|\\\\.)*\"\\s*";

    /** By texts that are not written there, or by a regular expression. */
    private static final Pattern REPLACE =
            Pattern.compile("\\?\\s*(replace)\\b(?!\\(" + TEXT + "," + TEXT + "(,\\s*\"[^r\"]*\"\\s*)?\\))");

    private static final Pattern CUT = Pattern.compile(
            "\\?\\s*(split|(?:keep|remove|ensure)_?(?:[aA]fter|[bB]efore|[sS]tarts|[eE]nds|[bB]eginning|[eE]nding)\\w*)\\b(?!\\("
                    + TEXT + "(,\\s*\"[^r\"]*\"\\s*)?\\))");

    /** With a text of unknown length between. */
    private static final Pattern JOIN =
            Pattern.compile("\\?\\s*(join)\\b(?!\\((" + TEXT + "|\\s*\\w+\\.\\w+\\s*)[,)])");

    private static final Pattern START =
            Pattern.compile("\\?\\s*(ensure_starts_with|ensureStartsWith)\\b(?!\\(" + TEXT + "\\))");

    private Forbidden() {}

    /** @throws TemplateProblem where the template, however it was reached, holds such */
    static void check(Template template) {
        check(template.getName(), template.getRootTreeNode());
    }

    private static void check(String name, TemplateElement element) {
        if (!(element instanceof TextBlock) && !(element instanceof Comment)) {
            var words = element.getDescription();
            refuse(BUILT_IN, words, name, element, "\"?%s\" is not allowed in a template. Leave it out.");
            refuse(PAD, words, name, element, "\"?%s\" wants a number up to 999, written there in digits.");
            refuse(REPLACE, words, name, element, "\"?%s\" wants two texts, written there, and no regular expression.");
            refuse(CUT, words, name, element, "\"?%s\" wants a text, written there, and no regular expression.");
            refuse(START, words, name, element, "\"?%s\" wants one text, written there.");
            refuse(JOIN, words, name, element, "\"?%s\" wants a text, written there, or a word such as words.and.");
            refuse(RANGE, words, name, element, "a range to %s is too long for any mail. Let it end before 10000.");
            refuse(
                    OPEN_RANGE,
                    Growth.withoutTexts(words),
                    name,
                    element,
                    "a range (\"%s\") wants an end up to 9999, written there in digits, unless <#list> goes through it.");
            refuseGrowth(words, name, element);
        }
        children(element).forEach(child -> check(name, child));
    }

    private static void refuse(Pattern pattern, String words, String name, TemplateElement element, String sentence) {
        var found = pattern.matcher(words);
        if (found.find()) {
            throw new TemplateProblem(name, element.getBeginLine(), sentence.formatted(found.group(1)));
        }
    }

    private static void refuseGrowth(String words, String name, TemplateElement element) {
        if (new Growth(words).isTooMuch()) {
            throw new TemplateProblem(
                    name,
                    element.getBeginLine(),
                    "one expression may make a text %d times as long. Write its parts into the template one after another."
                            .formatted(Growth.MOST));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<TemplateElement> children(TemplateElement element) {
        return Collections.list((Enumeration<TemplateElement>) (Enumeration<?>) element.children());
    }
}
