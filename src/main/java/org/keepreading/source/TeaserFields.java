package org.keepreading.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import org.keepreading.teaser.Author;

/** The fields of our own format, by their dotted names, whether they come from teasers.json or from CSV's columns. */
interface TeaserFields {

    /** Empty where the field is missing, null or blank. */
    Optional<String> field(String name);

    /** The excerpt's paragraphs. */
    List<String> excerpt();

    static Entry entry(String place, TeaserFields fields) {
        return new Entry(
                place,
                fields.field("guid").orElse(null),
                fields.field("url").stream().toList(),
                "",
                unsaid(fields, "headline"),
                unsaid(fields, "dek"),
                fields.excerpt().stream()
                        .limit(Bounds.PARAGRAPHS)
                        .map(paragraph -> Markup.unsaid(paragraph, ""))
                        .toList(),
                picture(fields).stream().toList(),
                author(fields),
                section(fields),
                fields.field("sectionTitle").or(() -> fields.field("section")).stream()
                        .map(title -> Plain.atMost(Bounds.LONGEST_LINE, title))
                        .toList(),
                fields.field("publishedAt").flatMap(Dates::read).orElse(null),
                fields.field("sponsor")
                        .map(sponsor -> Plain.atMost(200, Plain.oneLine(sponsor)))
                        .orElse(null));
    }

    private static Markup unsaid(TeaserFields fields, String name) {
        return Markup.unsaid(fields.field(name).orElse(""), "");
    }

    private static Optional<Picture> picture(TeaserFields fields) {
        return fields.field("image.url")
                .map(url -> new Picture(
                        url,
                        line(fields, "image.alt"),
                        line(fields, "image.caption"),
                        line(fields, "image.credit"),
                        pixels(fields, "image.width"),
                        pixels(fields, "image.height"),
                        Picture.FULL));
    }

    private static @Nullable Author author(TeaserFields fields) {
        return Bylines.of(
                        fields.field("author.name").orElse(null),
                        fields.field("author.bio").orElse(null),
                        fields.field("author.email").orElse(null),
                        fields.field("author.handle").orElse(null))
                .orElse(null);
    }

    private static @Nullable SectionKey section(TeaserFields fields) {
        return fields.field("section")
                .filter(SectionKey::isWellFormed)
                .map(SectionKey::new)
                .orElse(null);
    }

    private static @Nullable String line(TeaserFields fields, String name) {
        return fields.field(name).map(text -> Markup.unsaid(text, "").oneLine()).orElse(null);
    }

    private static @Nullable Integer pixels(TeaserFields fields, String name) {
        return fields.field(name)
                .filter(digits -> digits.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .orElse(null);
    }
}
