package org.keepreading.web.reader;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.keepreading.edition.Choice;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.edition.MergeField;
import org.keepreading.edition.MergeText;
import org.keepreading.edition.MergeText.Piece.Field;
import org.keepreading.edition.MergeText.Piece.Words;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.Variants;
import org.keepreading.newsletter.NewsletterKey;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Editions as web pages, with all their sections, for whoever comes by: what is somebody's own in the mail leads to the front page. */
@RestController
class WebVersions {
    private static final Set<EditionStatus> PUBLIC =
            EnumSet.of(EditionStatus.SENDING, EditionStatus.SENT, EditionStatus.PAUSED);
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Editions editions;
    private final Variants variants;
    private final PublicUrl publicUrl;

    WebVersions(Editions editions, Variants variants, PublicUrl publicUrl) {
        this.editions = editions;
        this.variants = variants;
        this.publicUrl = publicUrl;
    }

    static boolean isPublic(Issue issue) {
        return PUBLIC.contains(issue.status());
    }

    static String path(Issue issue) {
        return "/archive/" + issue.newsletter() + "/" + issue.slot();
    }

    @GetMapping("/archive/{newsletter}/{slot}")
    ResponseEntity<String> show(@PathVariable String newsletter, @PathVariable String slot) {
        var issue = editions.find(key(newsletter), instant(slot))
                .filter(WebVersions::isPublic)
                .orElseThrow(NotHere::edition);
        var language = editions.edition(issue.current()).newsletter().language();
        var variant = variants.of(issue.current(), new Choice(Set.of(), language));
        return ResponseEntity.ok().contentType(HTML).body(filled(variant.html(), issue));
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
            return OffsetDateTime.parse(word).toInstant();
        } catch (DateTimeParseException e) {
            throw NotHere.edition();
        }
    }

    private String filled(MergeText html, Issue issue) {
        var values = Map.of(
                MergeField.NAME, "",
                MergeField.UNSUBSCRIBE_URL, publicUrl.of("/"),
                MergeField.PREFERENCES_URL, publicUrl.of("/"),
                MergeField.WEB_URL, publicUrl.of(path(issue)));
        var page = new StringBuilder();
        html.pieces().forEach(piece -> page.append(text(piece, values)));
        return page.toString();
    }

    private static String text(MergeText.Piece piece, Map<MergeField, String> values) {
        if (piece instanceof Field field) {
            return HtmlUtils.htmlEscape(values.getOrDefault(field.field(), ""));
        }
        return piece instanceof Words words ? words.value() : "";
    }
}
