package org.keepreading.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a template sees: its components are the template's top-level names.
 *
 * <p>Plain records of words, numbers and lists; templates/digest/README.md explains each to designers.
 */
record Model(
        Newsletter newsletter,
        Edition edition,
        @Nullable Teaser lead,
        List<Section> sections,
        List<Teaser> latest,
        List<Contents> contents,
        Recipient recipient,
        TemplateWords words) {

    /** The same with so many letters less in the lead's headline. */
    Model withShorterLead(int letters) {
        return lead == null
                ? this
                : new Model(
                        newsletter,
                        edition,
                        lead.withShorterHeadline(letters),
                        sections,
                        latest,
                        contents,
                        recipient,
                        words);
    }

    record Newsletter(
            String key,
            String title,
            String sender,
            String postalAddress,
            @Nullable String siteUrl,
            @Nullable String siteName,
            @Nullable String subscribeUrl,
            @Nullable String logo) {}

    /**
     * @param date in full, in the reader's language and the newsletter's zone
     * @param minutes that reading it takes, at least 1
     * @param direction {@code ltr} or {@code rtl}
     * @param start the side where a line begins: {@code left} or {@code right}
     * @param wordsLanguage the language of the template's own words, where it is not the newsletter's
     */
    record Edition(
            String date,
            int stories,
            int minutes,
            String preheader,
            String language,
            String direction,
            String start,
            @Nullable String wordsLanguage) {}

    /** What stands in an edition of one section, the lead included: for a list at the top. */
    record Contents(String title, int stories) {}

    record Section(String key, String title, List<Teaser> teasers) {}

    /**
     * @param about the headline, shortened where it is long: what "Keep Reading" leads to
     * @param summary what it is about in two or three lines: the dek, else what the excerpt begins with
     * @param thumbnail the image, as small as it stands beside words
     * @param excerpt paragraphs, for HTML
     * @param plainExcerpt the same for text, links as numbers in brackets
     * @param links where those numbers lead
     */
    record Teaser(
            String section,
            String headline,
            String about,
            @Nullable String dek,
            String url,
            @Nullable String summary,
            @Nullable Image image,
            @Nullable Image thumbnail,
            List<Html> excerpt,
            List<String> plainExcerpt,
            List<Link> links,
            @Nullable Author author,
            String published,
            @Nullable String sponsor) {

        private Teaser withShorterHeadline(int letters) {
            var shorter = Headline.shorterBy(letters, headline);
            return new Teaser(
                    section,
                    shorter,
                    about,
                    dek,
                    url,
                    summary,
                    image,
                    thumbnail,
                    excerpt,
                    plainExcerpt,
                    links,
                    author,
                    published,
                    sponsor);
        }
    }

    record Link(int number, String url) {}

    /**
     * @param alt never empty, and no two of an edition are equal
     * @param width as shown, in pixels
     * @param height as shown; {@code null} where the source did not say how large the picture is
     */
    record Image(
            String url,
            String alt,
            @Nullable String caption,
            @Nullable String credit,
            int width,
            @Nullable Integer height) {}

    /** @param bio at their first teaser of the edition only */
    record Author(
            String name, @Nullable String bio, @Nullable String handle) {}

    /** What differs from reader to reader: marks, which a template can place and not look into. */
    record Recipient(Mark name, Mark email, Mark unsubscribeUrl, Mark preferencesUrl, Mark webUrl) {}

    /** Stands for a value until the reader is known. */
    record Mark(String value) {}
}
