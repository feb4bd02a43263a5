package org.keepreading.source;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.ArticleUrl;
import org.keepreading.teaser.Beginning;
import org.keepreading.teaser.Draft;
import org.keepreading.teaser.Image;
import org.keepreading.teaser.Sentences;
import org.keepreading.text.Fitted;

/** Makes a teaser's draft of an entry: checked, sanitised, and of no more than a teaser needs. */
record Drafting(String source, Rules rules, SectionFinder desks, Excerpt excerpt) {
    private static final int LONGEST_HEADLINE = 300;
    private static final int LONGEST_DEK = 500;
    private static final int LONGEST_ALT = 250;
    private static final int LONGEST_CAPTION = 300;
    private static final int LONGEST_CREDIT = 150;

    /** @throws Refused if the entry lacks what a teaser cannot do without */
    Draft draft(Entry entry, Identity identity) {
        var headline = headline(entry);
        var url = url(entry);
        var tails = Tails.of(entry);
        var dek = dek(entry, tails);
        return new Draft(
                source,
                identity.guid(),
                identity.article(),
                desks.of(entry),
                headline,
                dek.isEmpty() ? null : dek,
                url,
                image(entry),
                excerpt.of(text(entry), dek, tails),
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
                .flatMap(link -> LinkRepair.absolute(entry.base(), link).stream())
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
    private String dek(Entry entry, Tails tails) {
        var dek = tails.without(entry.dek());
        var isExcerpt = !hasContent(entry) || Excerpt.isBeginning(dek, entry.content());
        return isExcerpt || dek.equals(entry.headline().oneLine())
                ? ""
                : new Beginning(excerpt.locale(), LONGEST_DEK).of(dek);
    }

    /** The content, or where it is a picture alone, the short description. */
    private static List<Markup> text(Entry entry) {
        return hasContent(entry) ? entry.content() : List.of(entry.dek());
    }

    private static boolean hasContent(Entry entry) {
        return entry.content().stream().anyMatch(piece -> !piece.isBlank());
    }

    private @Nullable Image image(Entry entry) {
        var inContent = Stream.concat(entry.content().stream(), Stream.of(entry.dek()))
                .flatMap(piece -> ContentPictures.first(piece.shown()).stream())
                .findFirst();
        return Picture.widest(entry.pictures())
                .map(picture -> inContent
                        .filter(other -> other.url().equals(picture.url()))
                        .map(picture::with)
                        .orElse(picture))
                .or(() -> inContent)
                .flatMap(picture -> image(picture, entry))
                .orElse(null);
    }

    private Optional<Image> image(Picture picture, Entry entry) {
        return LinkRepair.absolute(entry.base(), picture.url())
                .filter(url -> url.length() <= 2000 && Fitted.isStorable(url))
                .map(url -> new Image(
                        url,
                        shortened(LONGEST_ALT, picture.alt()),
                        caption(picture, entry),
                        shortened(LONGEST_CREDIT, picture.credit()),
                        picture.width(),
                        picture.height()));
    }

    /** At most two sentences; what is the article's text already is no caption. */
    private @Nullable String caption(Picture picture, Entry entry) {
        var caption = picture.caption();
        return caption == null || caption.equals(entry.dek().oneLine())
                ? null
                : shortened(LONGEST_CAPTION, Sentences.of(excerpt.locale()).first(2, caption));
    }

    private @Nullable String shortened(int longest, @Nullable String text) {
        return text == null ? null : new Beginning(excerpt.locale(), longest).of(text);
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
