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
 * reach for Java: FreeMarker has no switch for them. It looks at the parsed template, as FreeMarker itself writes each element
 * down again: how a source hides a word from a reader makes no difference there.
 */
@SuppressWarnings("deprecation") // there is no other way to a template's elements
final class Forbidden {
    private static final Pattern BUILT_IN =
            Pattern.compile("\\?\\s*(api|new|eval|evalJson|eval_json|interpret|noEsc|no_esc)\\b");

    private Forbidden() {}

    /** @throws TemplateProblem where the template, however it was reached, holds such */
    static void check(Template template) {
        check(template.getName(), template.getRootTreeNode());
    }

    private static void check(String name, TemplateElement element) {
        if (!(element instanceof TextBlock) && !(element instanceof Comment)) {
            var found = BUILT_IN.matcher(element.getDescription());
            if (found.find()) {
                throw new TemplateProblem(
                        name,
                        element.getBeginLine(),
                        "\"?" + found.group(1) + "\" is not allowed in a template. Leave it out.");
            }
        }
        children(element).forEach(child -> check(name, child));
    }

    @SuppressWarnings("unchecked")
    private static List<TemplateElement> children(TemplateElement element) {
        return Collections.list((Enumeration<TemplateElement>) (Enumeration<?>) element.children());
    }
}
