package org.keepreading.edition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.keepreading.edition.MergeText.Piece;
import org.keepreading.newsletter.Newsletter;
import org.springframework.stereotype.Component;

/**
 * Tries a template before anything is sent: with an edition that has everything and with one that has nothing it could
 * do without, so that a mistake in a branch that today's edition does not take is found as well.
 */
@Component
public class TemplateCheck {
    /** Gmail drops a larger style element. */
    private static final int LARGEST_STYLE = 16 * 1024;

    private final Renderer renderer;

    public TemplateCheck(Renderer renderer) {
        this.renderer = renderer;
    }

    /** What is wrong with the template, whichever edition is set in it; none where it is fit to send. */
    public List<TemplateFinding> findings(Newsletter newsletter, TemplateFiles files) {
        return Stream.of(Specimen.full(newsletter), Specimen.bare(newsletter))
                .flatMap(specimen -> findings(specimen, files).stream())
                .distinct()
                .toList();
    }

    /** The mistakes that keep editions from being set at all, one for each kind of edition. */
    public List<TemplateProblem> problems(Newsletter newsletter, TemplateFiles files) {
        var problems = new LinkedHashMap<String, TemplateProblem>();
        for (var specimen : List.of(Specimen.full(newsletter), Specimen.bare(newsletter))) {
            try {
                renderer.render(specimen, files, Choice.everything(newsletter));
            } catch (TemplateProblem problem) {
                problems.put(String.valueOf(problem.getMessage()), problem);
            }
        }
        return List.copyOf(problems.values());
    }

    private List<TemplateFinding> findings(Edition specimen, TemplateFiles files) {
        try {
            var choice = Choice.everything(specimen.newsletter());
            return findings(specimen.newsletter(), files, renderer.render(specimen, files, choice));
        } catch (TemplateProblem problem) {
            return List.of(TemplateFinding.flaw(String.valueOf(problem.getMessage())));
        }
    }

    /** What is wrong with what the template made of one edition. */
    public static List<TemplateFinding> findings(Newsletter newsletter, TemplateFiles files, Variant variant) {
        var html = files.path("html.ftlh") + ": ";
        var text = files.path("text.ftl") + ": ";
        var page = Jsoup.parse(variant.html().filled(Enum::name));
        return Stream.of(
                        owed(html, newsletter, page.text(), hasUnsubscribeLink(page)),
                        owed(text, newsletter, words(variant.text()), hasUnsubscribeLink(variant.text())),
                        markup(html, page).stream().map(TemplateFinding::flaw))
                .flatMap(findings -> findings)
                .toList();
    }

    /** In a comment, or as mere words, it helps nobody. */
    private static boolean hasUnsubscribeLink(Document page) {
        return !page.select("a[href=" + MergeField.UNSUBSCRIBE_URL + "]").isEmpty();
    }

    private static boolean hasUnsubscribeLink(MergeText text) {
        return text.pieces().contains(new Piece.Field(MergeField.UNSUBSCRIBE_URL));
    }

    private static Stream<TemplateFinding> owed(
            String file, Newsletter newsletter, String words, boolean hasUnsubscribeLink) {
        var findings = Stream.<TemplateFinding>builder();
        if (!hasUnsubscribeLink) {
            findings.add(TemplateFinding.owed(
                    file + "nobody could unsubscribe. Add a link to ${recipient.unsubscribeUrl}."));
        }
        if (!oneLine(words).contains(oneLine(newsletter.postalAddress()))) {
            findings.add(TemplateFinding.owed(
                    file + "the postal address is missing, which the law wants. Add ${newsletter.postalAddress}."));
        }
        return findings.build();
    }

    private static List<String> markup(String file, Document page) {
        var findings = new ArrayList<String>();
        add(
                findings,
                page,
                "html:not([lang])",
                all -> true,
                file + "<html> has no lang. Add lang=\"${edition.language}\".");
        add(
                findings,
                page,
                "table:not([role=presentation])",
                all -> true,
                file + "a table has no role=\"presentation\", so that screen readers read it out as a table. Add it.");
        add(
                findings,
                page,
                "img",
                image -> image.attr("alt").isBlank(),
                file + "a picture has no alt. Add ${image.alt}.");
        add(
                findings,
                page,
                "style",
                style -> style.data().length() > LARGEST_STYLE,
                file + "what is left of style.css in <style> is over 16 KB, which Gmail drops. Shorten it.");
        return findings;
    }

    private static void add(
            List<String> findings, Document page, String selector, Predicate<Element> faulty, String sentence) {
        if (page.select(selector).stream().anyMatch(faulty)) {
            findings.add(sentence);
        }
    }

    private static String words(MergeText part) {
        return part.filled(field -> "");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
