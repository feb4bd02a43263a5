package org.keepreading.source;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import org.keepreading.teaser.Author;
import org.keepreading.teaser.Draft;
import org.keepreading.text.Fitted;

/**
 * One article as a document tells of it, whatever its format, not yet checked.
 *
 * @param place which of the document's entries it is: "entry 3"
 * @param guid what the source says tells the article
 * @param links where it may be read, the best first
 * @param base what its links are relative to
 * @param dek the short description
 * @param content the article or its beginning, in one piece or in paragraphs
 * @param pictures those that the document names apart from the content
 * @param section the section's key, where the source knows it
 * @param categories what the source files it under; the section's title first, where the source knows it
 * @param sponsor who paid for it, where the source says so
 */
record Entry(
        String place,
        @Nullable String guid,
        List<String> links,
        String base,
        Markup headline,
        Markup dek,
        List<Markup> content,
        List<Picture> pictures,
        @Nullable Author author,
        @Nullable SectionKey section,
        List<String> categories,
        @Nullable Instant published,
        @Nullable String sponsor) {

    Entry {
        guid = guid == null ? null : Fitted.key(guid, Draft.LONGEST_GUID);
    }

    /** As it reads in its language. */
    Entry in(Locale language) {
        return new Entry(
                place,
                guid,
                links,
                base,
                headline.in(language),
                dek.in(language),
                content.stream().map(piece -> piece.in(language)).toList(),
                pictures,
                author,
                section,
                categories,
                published,
                sponsor);
    }

    /** With this text in the place of its own. */
    Entry with(Markup newHeadline, Markup newDek, List<Markup> newContent, List<Picture> newPictures) {
        return new Entry(
                place,
                guid,
                links,
                base,
                newHeadline,
                newDek,
                newContent,
                newPictures,
                author,
                section,
                categories,
                published,
                sponsor);
    }

    /** What a report calls it. */
    String name() {
        var headline = headline().oneLine();
        return headline.isEmpty() ? place : place + " (\"" + Plain.atMost(60, headline) + "\")";
    }
}
