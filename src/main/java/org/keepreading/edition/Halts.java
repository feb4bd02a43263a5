package org.keepreading.edition;

import freemarker.core.TemplateElement;
import freemarker.core._CoreAPI;
import freemarker.template.Template;
import java.io.IOException;
import java.util.List;

/**
 * Lets a template be stopped before each value that it keeps. By itself FreeMarker looks whether to stop at each turn of a loop and
 * at each macro, and thirty lines that double a text have neither.
 */
@SuppressWarnings("deprecation") // there is no other way to a template's elements
final class Halts {
    private static final List<String> KEEPING = List.of("#assign", "#local", "#global");

    private Halts() {}

    static void add(Template template) throws IOException {
        _CoreAPI.addThreadInterruptedChecks(template);
        addTo(template.getRootTreeNode(), template);
    }

    private static void addTo(TemplateElement parent, Template template) throws IOException {
        for (int i = 0; i < parent.getChildCount(); i++) {
            var child = (TemplateElement) parent.getChildAt(i);
            addTo(child, template);
            if (keeps(child) || keeps(parent)) {
                parent.setChildAt(i, halting(child, template));
            }
        }
    }

    /** The parent holds several that stand in one tag. */
    private static boolean keeps(TemplateElement element) {
        return KEEPING.stream().anyMatch(element.getDescription()::startsWith);
    }

    /** One turn of a loop, on the element's own line, and then the element. */
    private static TemplateElement halting(TemplateElement element, Template template) throws IOException {
        var before = "<#--" + "\n".repeat(element.getBeginLine() - 1) + "--><#list 1..1 as turn></#list>";
        var halt = new Template(template.getName(), before + "${0}", template.getConfiguration());
        _CoreAPI.addThreadInterruptedChecks(halt);
        var both = halt.getRootTreeNode();
        both.setChildAt(both.getChildCount() - 1, element);
        return both;
    }
}
