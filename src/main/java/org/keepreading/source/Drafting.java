package org.keepreading.source;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.ArticleUrl;
import org.keepreading.teaser.Draft;
import org.keepreading.teaser.Image;

/** Makes a teaser's draft of an entry: checked, sanitised, and of no more than a teaser needs. */
record Drafting(String source, Rules rules, Desks desks, Excerpt excerpt) {
    private static final int LONGEST_HEADLINE = 300;
    private static final int LONGEST_DEK = 500;

    /** @throws Refused if the entry lacks what a teaser cannot do without */
    Draft draft(Entry entry, Identity identity) {
        var headline = headline(entry);
        var url = url(entry);
        var dek = dek(entry);
        return new Draft(
                source,
                identity.guid(),
                identity.article(),
                desks.of(entry),
                headline,
                dek.isEmpty() ? null : dek,
                url,
                image(entry),
                excerpt.of(entry.content().isEmpty() ? List.of(entry.dek()) : entry.content(), dek),
                entry.author(),
                entry.published(),
                sponsor(entry));
    }

    private static String headline(Entry entry) {
        var headline = entry.headline().oneLine();
        if (headline.isEmpty()) {
            throw new Refused("has no headline.");
        }
        return Plain.atMost(LONGEST_HEADLINE, headline);
    }

    static ArticleUrl url(Entry entry) {
        if (entry.links().isEmpty()) {
            throw new Refused("has no link to its article.");
        }
        return entry.links().stream()
                .flatMap(link -> Links.absolute(entry.base(), link).stream())
                .flatMap(link -> article(link).stream())
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "links to \"%s\", which is no address of the web. An article's begins with https:// or http://."
                                .formatted(Plain.atMost(
                                        200, Plain.oneLine(entry.links().get(0))))));
    }

    private static Optional<ArticleUrl> article(String link) {
        try {
            return Optional.of(new ArticleUrl(link));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Said where there is an article's text beside it, and it is not just that text's beginning. */
    private static String dek(Entry entry) {
        var dek = entry.dek().oneLine();
        var isExcerpt = entry.content().isEmpty() || Excerpt.isBeginning(dek, entry.content());
        return isExcerpt || dek.equals(entry.headline().oneLine()) ? "" : Plain.atMost(LONGEST_DEK, dek);
    }

    private static @Nullable Image image(Entry entry) {
        var inContent = Stream.concat(entry.content().stream(), Stream.of(entry.dek()))
                .flatMap(piece -> ContentPictures.first(piece.body()).stream())
                .findFirst();
        return Picture.widest(entry.pictures())
                .map(picture -> inContent
                        .filter(other -> other.url().equals(picture.url()))
                        .map(picture::with)
                        .orElse(picture))
                .or(() -> inContent)
                .flatMap(picture -> image(picture, entry.base()))
                .orElse(null);
    }

    private static Optional<Image> image(Picture picture, String base) {
        return Links.absolute(base, picture.url())
                .filter(url -> url.length() <= 2000)
                .map(url -> new Image(
                        url, picture.alt(), picture.caption(), picture.credit(), picture.width(), picture.height()));
    }

    private @Nullable String sponsor(Entry entry) {
        return Optional.ofNullable(entry.sponsor())
                .or(() -> Stream.concat(
                                Stream.of(Objects.requireNonNullElse(entry.guid(), "")), entry.categories().stream())
                        .flatMap(name -> rules.sponsor(name).stream())
                        .findFirst())
                .orElse(null);
    }

    static Locale locale(String language) {
        return Locale.forLanguageTag(language.replace('_', '-'));
    }
}
