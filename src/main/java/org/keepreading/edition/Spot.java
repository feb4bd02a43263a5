package org.keepreading.edition;

import freemarker.core.Environment;
import freemarker.core.TemplateElement;
import freemarker.core._CoreAPI;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModel;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in a template its printing is, for whoever stops it. */
@SuppressWarnings("deprecation") // there is no other way to a template's elements
final class Spot {
    private final String template;
    private volatile @Nullable Environment printing;

    /** @param template what is printed */
    Spot(String template) {
        this.template = template;
    }

    void print(Template parsed, TemplateHashModel model, Writer out) throws TemplateException, IOException {
        var environment = parsed.createProcessingEnvironment(model, out);
        printing = environment;
        environment.process();
    }

    /** What is wrong here, and now. */
    TemplateProblem problem(String sentence) {
        return element()
                .map(element -> new TemplateProblem(element.getTemplate().getName(), element.getBeginLine(), sentence))
                .orElseGet(() -> new TemplateProblem(template, null, sentence));
    }

    private Optional<TemplateElement> element() {
        var environment = printing;
        return environment == null ? Optional.empty() : innermost(environment);
    }

    private static Optional<TemplateElement> innermost(Environment environment) {
        try {
            return Arrays.stream(_CoreAPI.getInstructionStackSnapshot(environment))
                    .findFirst();
        } catch (RuntimeException e) {
            return Optional.empty(); // it went on while we looked
        }
    }
}
