package org.keepreading.publishing;

import org.keepreading.edition.Choice;
import org.keepreading.edition.Edition;
import org.keepreading.edition.Renderer;
import org.keepreading.edition.Selection;
import org.keepreading.edition.TemplateFiles;
import org.keepreading.edition.Templates;
import org.keepreading.edition.Variant;
import org.springframework.stereotype.Component;

/** Sets editions in their template as it now is, and stores nothing. */
@Component
class Typesetter {
    private final Templates templates;
    private final Renderer renderer;

    Typesetter(Templates templates, Renderer renderer) {
        this.templates = templates;
        this.renderer = renderer;
    }

    /**
     * What was picked, set with all its sections.
     *
     * @param template its files as they were read
     */
    record Typeset(Selection selection, TemplateFiles template, Variant variant) {}

    /** @throws org.keepreading.edition.TemplateProblem if the template has a mistake */
    Typeset set(Selection selection) {
        var newsletter = selection.edition().newsletter();
        var template = templates.load(newsletter.template());
        var everything = Choice.everything(newsletter);
        return new Typeset(selection, template, renderer.render(selection.edition(), template, everything));
    }

    /** @throws org.keepreading.edition.TemplateProblem if the template has a mistake */
    Variant set(Edition edition, Choice choice) {
        return renderer.render(edition, templates.load(edition.newsletter().template()), choice);
    }
}
