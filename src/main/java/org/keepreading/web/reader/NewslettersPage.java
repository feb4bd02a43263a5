package org.keepreading.web.reader;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Published;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The newsletters there are, when each comes, and its newest edition. */
@Controller
class NewslettersPage {
    private final Newsletters newsletters;
    private final Editions editions;
    private final Clock clock;

    NewslettersPage(Newsletters newsletters, Editions editions, Clock clock) {
        this.newsletters = newsletters;
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * A newsletter on the page.
     *
     * @param next when its next edition comes; {@code null} where nobody knows
     * @param newest the address of its newest edition
     */
    public record Entry(
            String title,
            String zone,
            @Nullable String next,
            @Nullable String newest,
            @Nullable String newestDay) {}

    @GetMapping("/")
    ModelAndView show() {
        return new ModelAndView(
                "front-page",
                Map.of(
                        "newsletters",
                        newsletters.all().stream().map(this::entry).toList()));
    }

    private Entry entry(Newsletter newsletter) {
        var newest = newest(newsletter);
        return new Entry(
                newsletter.title(),
                newsletter.zone().getId().replaceFirst(".*/", "").replace('_', ' '),
                next(newsletter),
                newest.map(WebVersions::path).orElse(null),
                newest.map(edition -> PageDates.day(edition.slot(), newsletter.zone()))
                        .orElse(null));
    }

    private @Nullable String next(Newsletter newsletter) {
        return Optional.ofNullable(newsletter.schedule())
                .filter(schedule -> newsletters.pausedSince(newsletter.key()).isEmpty())
                .flatMap(schedule -> schedule.next(newsletter.zone(), clock.instant()))
                .map(slot -> PageDates.moment(slot, newsletter.zone()))
                .orElse(null);
    }

    private Optional<Published> newest(Newsletter newsletter) {
        return editions.published(newsletter.key(), 1).stream().findFirst();
    }
}
