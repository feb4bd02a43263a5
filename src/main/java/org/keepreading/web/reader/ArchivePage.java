package org.keepreading.web.reader;

import java.util.Map;
import org.keepreading.edition.Edition;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterKey;
import org.keepreading.newsletter.Newsletters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A newsletter's latest editions: where the List-Archive header of each mail leads (RFC 2369). */
@Controller
class ArchivePage {
    private static final int SHOWN = 50;

    private final Newsletters newsletters;
    private final Editions editions;

    ArchivePage(Newsletters newsletters, Editions editions) {
        this.newsletters = newsletters;
        this.editions = editions;
    }

    /** An edition on the page. */
    public record Entry(String path, String day, String headline) {}

    @GetMapping("/archive/{key}")
    ModelAndView show(@PathVariable String key) {
        var newsletter = newsletter(key);
        var entries = editions.list(newsletter.key(), SHOWN).stream()
                .filter(WebVersions::isPublic)
                .map(issue -> entry(issue, newsletter))
                .toList();
        return new ModelAndView("archive", Map.of("newsletter", newsletter.title(), "editions", entries));
    }

    private Newsletter newsletter(String key) {
        try {
            return newsletters.find(new NewsletterKey(key)).orElseThrow(NotHere::newsletter);
        } catch (IllegalArgumentException e) {
            throw NotHere.newsletter();
        }
    }

    private Entry entry(Issue issue, Newsletter newsletter) {
        var headline = headline(editions.edition(issue.id()));
        return new Entry(WebVersions.path(issue), Dates.date(issue.slot(), newsletter.zone()), headline);
    }

    /** The lead's; an edition without a lead is known by its first teaser. */
    private static String headline(Edition edition) {
        return edition.lead() != null
                ? edition.lead().teaser().headline()
                : edition.sections().stream()
                        .flatMap(section -> section.teasers().stream())
                        .findFirst()
                        .map(teaser -> teaser.headline())
                        .orElse("");
    }
}
