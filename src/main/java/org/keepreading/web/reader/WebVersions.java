package org.keepreading.web.reader;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.edition.MergeField;
import org.keepreading.edition.MergeText;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.Published;
import org.keepreading.edition.WebPages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Editions as web pages, with all their sections, for whoever comes by: what is somebody's own in the mail leads to the front page. */
@RestController
class WebVersions {
    private static final String RETRY_AFTER_SECONDS = "5";
    /** What both databases can tell of. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 9999;
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Editions editions;
    private final WebPages pages;
    private final PublicUrl publicUrl;

    WebVersions(Editions editions, WebPages pages, PublicUrl publicUrl) {
        this.editions = editions;
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    static String path(Published edition) {
        return path(edition.newsletter(), edition.slot());
    }

    private static String path(NewsletterKey newsletter, Instant slot) {
        return "/archive/" + newsletter + "/" + slot;
    }

    @GetMapping("/archive/{newsletter}/{slot}")
    ResponseEntity<String> show(@PathVariable String newsletter, @PathVariable String slot) {
        var issue = editions.find(key(newsletter), instant(slot))
                .filter(found -> found.status().isPublic())
                .orElseThrow(NotHere::edition);
        return ResponseEntity.ok().contentType(HTML).body(filled(pages.html(issue.current()), issue));
    }

    @ExceptionHandler
    ResponseEntity<String> tryAgain(WebPages.TooBusy busy) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.TEXT_PLAIN)
                .body("Many editions are being opened just now. Please try again in a moment.");
    }

    private static NewsletterKey key(String word) {
        try {
            return new NewsletterKey(word);
        } catch (IllegalArgumentException e) {
            throw NotHere.edition();
        }
    }

    private static Instant instant(String word) {
        try {
            var slot = OffsetDateTime.parse(word);
            if (FIRST_YEAR <= slot.getYear() && slot.getYear() <= LAST_YEAR) {
                return slot.toInstant();
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw NotHere.edition();
    }

    private String filled(MergeText html, Issue issue) {
        var values = Map.of(
                MergeField.NAME, "",
                MergeField.UNSUBSCRIBE_URL, publicUrl.of("/"),
                MergeField.PREFERENCES_URL, publicUrl.of("/"),
                MergeField.WEB_URL, publicUrl.of(path(issue.newsletter(), issue.slot())));
        return html.filledForWeb(field -> HtmlUtils.htmlEscape(values.getOrDefault(field, "")));
    }
}
