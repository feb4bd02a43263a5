package org.keepreading.edition;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.keepreading.newsletter.Look;

/** One edition on its way through one template. */
final class Rendering {
    static final String SUBJECT_OF = "subject of the newsletter ";

    /** What inboxes of desktops show; phones show about half of it. */
    private static final int LONGEST_SUBJECT = 70;

    private final Edition edition;
    private final TemplateFiles files;
    private final EditionSettings settings;
    private final TemplateWords words;
    private final Marks marks = new Marks();
    private final StyleSheet styles;
    private final TemplatePrinter html;
    private final TemplatePrinter text;

    Rendering(Edition edition, TemplateFiles files, Locale language, EditionSettings settings) {
        var zone = edition.newsletter().zone();
        this.edition = edition;
        this.files = files;
        this.settings = settings;
        this.words = TemplateWords.of(files, language, edition.newsletter().language());
        this.styles = StyleSheet.of(files, variables(edition.newsletter().look()));
        this.html = TemplatePrinter.forHtml(files, words.locale(), zone, settings, marks);
        this.text = TemplatePrinter.forText(files, words.locale(), zone, settings, marks);
    }

    /** What a look sets of a style sheet's variables. */
    private static Map<String, String> variables(Look look) {
        var variables = new HashMap<String, String>();
        Optional.ofNullable(look.accent()).ifPresent(accent -> variables.put("--accent", accent.toString()));
        look.darkAccent().ifPresent(accent -> variables.put("--dark-accent", accent.toString()));
        Optional.ofNullable(look.type()).ifPresent(type -> variables.put("--text", "var(--" + type + ")"));
        return variables;
    }

    Variant variant() {
        var whole = model(Shortening.NONE);
        var page = html(whole);
        if (Weight.of(page).isWithin(settings)) {
            return variant(whole, page);
        }
        var shorter = model(leastThatFits());
        return variant(shorter, html(shorter));
    }

    private Variant variant(Model model, String page) {
        return new Variant(marks.split(subject(model)), marks.split(page), marks.split(text(model)));
    }

    /** By halving: the fewest paragraphs lost that make the page light enough, else all. */
    private Shortening leastThatFits() {
        var tooFew = 0;
        var enough = Shortening.longest(edition);
        while (tooFew + 1 < enough) {
            var middle = (tooFew + enough) / 2;
            if (Weight.of(html(model(Shortening.of(edition, middle)))).isWithin(settings)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return Shortening.of(edition, enough);
    }

    private Model model(Shortening shortening) {
        return Layout.model(edition, shortening, words, marks);
    }

    private String html(Model model) {
        var document = Jsoup.parse(html.print(files.path("html.ftlh"), model));
        document.outputSettings().prettyPrint(false);
        Inliner.inline(document, styles);
        Addresses.clean(document, marks);
        return document.outerHtml();
    }

    private String text(Model model) {
        return text.print(files.path("text.ftl"), model)
                        .replaceAll("\n{3,}", "\n\n")
                        .strip() + "\n";
    }

    /** Shortened where it is the lead's headline that makes it too long for an inbox; what the newsroom itself wrote stays. */
    private String subject(Model model) {
        var subject = printedSubject(model);
        var excess = Headline.letters(marks.removed(subject)) - LONGEST_SUBJECT;
        return excess > 0 ? printedSubject(model.withShorterLead(excess)) : subject;
    }

    private String printedSubject(Model model) {
        var own = edition.newsletter().subject();
        var printed = own.isBlank() || (model.lead() == null && own.contains("lead."))
                ? text.print(files.path("subject.ftl"), model)
                : own(own, model);
        return printed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private String own(String subject, Model model) {
        var name = SUBJECT_OF + "\"" + edition.newsletter().key() + "\"";
        return text.print(name, subject, model);
    }
}
