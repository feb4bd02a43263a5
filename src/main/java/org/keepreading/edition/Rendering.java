package org.keepreading.edition;

import java.util.Locale;
import org.jsoup.Jsoup;

/** One edition on its way through one template. */
final class Rendering {
    private final Edition edition;
    private final TemplateFiles files;
    private final EditionSettings settings;
    private final Words words;
    private final Marks marks = new Marks();
    private final StyleSheet styles;
    private final Press html;
    private final Press text;

    Rendering(Edition edition, TemplateFiles files, Locale language, EditionSettings settings) {
        Forbidden.checkAll(files);
        var zone = edition.newsletter().zone();
        this.edition = edition;
        this.files = files;
        this.settings = settings;
        this.words = Words.of(files, language, edition.newsletter().language());
        this.styles = StyleSheet.parse(files.path("style.css"), files.files().getOrDefault("style.css", ""));
        this.html = Press.forHtml(files, words.locale(), zone, settings);
        this.text = Press.forText(files, words.locale(), zone, settings);
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

    private String subject(Model model) {
        var own = edition.newsletter().subject();
        var printed = own.isBlank() || (model.lead() == null && own.contains("lead."))
                ? text.print(files.path("subject.ftl"), model)
                : own(own, model);
        return printed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private String own(String subject, Model model) {
        var name = "subject of the newsletter \"" + edition.newsletter().key() + "\"";
        Forbidden.check(name, subject);
        return text.print(name, subject, model);
    }
}
