package org.keepreading.web.reader;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Published;
import org.keepreading.newsletter.Newsletter;
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
        var entries = editions.published(newsletter.key(), SHOWN).stream()
                .map(edition -> entry(edition, newsletter))
                .toList();
        return new ModelAndView("archive", Map.of("newsletter", newsletter.title(), "editions", entries));
    }

    private Newsletter newsletter(String key) {
        try {
            return newsletters.remembered(new NewsletterKey(key)).orElseThrow(NotHere::newsletter);
        } catch (IllegalArgumentException e) {
            throw NotHere.newsletter();
        }
    }

    /** An edition that nobody knows the headline of is known by its newsletter. */
    private static Entry entry(Published edition, Newsletter newsletter) {
        var headline = requireNonNullElse(edition.headline(), newsletter.title());
        return new Entry(WebVersions.path(edition), PageDates.date(edition.slot(), newsletter.zone()), headline);
    }
}
