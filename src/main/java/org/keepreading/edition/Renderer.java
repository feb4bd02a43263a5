package org.keepreading.edition;

import org.springframework.stereotype.Component;

/** Sets an edition in a template: subject, HTML and text for one choice of sections and one language. */
@Component
public class Renderer {
    private final EditionSettings settings;

    public Renderer(EditionSettings settings) {
        this.settings = settings;
    }

    /** Throws {@link TemplateProblem} where the template has a mistake. */
    public Variant render(Edition edition, TemplateFiles files, Choice choice) {
        return new Rendering(Trimming.of(choice.of(edition)), files, choice.language(), settings).variant();
    }
}
