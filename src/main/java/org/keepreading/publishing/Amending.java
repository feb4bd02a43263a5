package org.keepreading.publishing;

import org.keepreading.delivery.EditionLog;
import org.keepreading.edition.AmendRefused;
import org.keepreading.edition.Choice;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.edition.Picker;
import org.keepreading.edition.Renderer;
import org.keepreading.edition.Selection;
import org.keepreading.edition.Templates;
import org.keepreading.newsletter.Newsletters;
import org.springframework.stereotype.Component;

/**
 * Corrects an edition that was stopped: sets it anew for its slot from the teasers, the newsletter and the template as
 * they are now. Whoever has not got it gets that.
 */
@Component
public class Amending {
    private final Newsletters newsletters;
    private final Picker picker;
    private final Templates templates;
    private final Renderer renderer;
    private final Editions editions;
    private final EditionLog log;

    Amending(
            Newsletters newsletters,
            Picker picker,
            Templates templates,
            Renderer renderer,
            Editions editions,
            EditionLog log) {
        this.newsletters = newsletters;
        this.picker = picker;
        this.templates = templates;
        this.renderer = renderer;
        this.editions = editions;
        this.log = log;
    }

    /**
     * What it would carry; nothing is stored.
     *
     * @throws AmendRefused where that would be too little
     * @throws IllegalArgumentException where no letter could be made of it
     */
    public Selection selection(Issue issue) {
        var newsletter = newsletters.get(issue.newsletter());
        newsletter.mistakes().forEach(mistake -> {
            throw new IllegalArgumentException(mistake);
        });
        var selection = picker.pick(newsletter, issue.slot());
        selection.tooFew().ifPresent(found -> {
            throw AmendRefused.tooFew(issue, found);
        });
        return selection;
    }

    /**
     * The edition with a revision more, or as it was where nothing was changed.
     *
     * @param by whose wish it is, a user name
     * @throws AmendRefused where it was not stopped, or has too little to carry
     * @throws org.keepreading.edition.EditionOver where there is nothing left to amend
     * @throws org.keepreading.edition.TemplateProblem if the template has a mistake; then nothing is stored
     */
    public Issue amend(Issue issue, String by) {
        var selection = selection(issue);
        var newsletter = selection.edition().newsletter();
        var template = templates.load(newsletter.template());
        renderer.render(selection.edition(), template, Choice.everything(newsletter));
        var amended = editions.amend(issue, selection, template);
        if (amended.revision() > issue.revision()) {
            log.amended(amended, by);
        }
        return amended;
    }
}
