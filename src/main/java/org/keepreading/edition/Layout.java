package org.keepreading.edition;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.teaser.Author;
import org.keepreading.teaser.Beginning;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.WebHost;

/** Sets an edition as the model that its template shows: decides, so that the template need not. */
final class Layout {
    private static final int MOST_LINKS = 2;

    /** Two or three lines beside a picture, on a phone. */
    private static final int SUMMARY = 72;

    private final Edition edition;
    private final Shortening shortening;
    private final TemplateWords words;
    private final Marks marks;
    private final Set<Author> authors = new HashSet<>();
    private final Pictures pictures = new Pictures();
    private final Map<String, Integer> links = new HashMap<>();

    private Layout(Edition edition, Shortening shortening, TemplateWords words, Marks marks) {
        this.edition = edition;
        this.shortening = shortening;
        this.words = words;
        this.marks = marks;
        Stream.concat(carried(edition), edition.latest().stream())
                .forEach(teaser -> links.put(teaser.url().value(), MOST_LINKS));
    }

    private static Stream<Teaser> carried(Edition edition) {
        var lead = Stream.ofNullable(edition.lead()).map(Edition.Lead::teaser);
        return Stream.concat(lead, edition.sections().stream().flatMap(set -> set.teasers().stream()));
    }

    static Model model(Edition edition, Shortening shortening, TemplateWords words, Marks marks) {
        return new Layout(edition, shortening, words, marks).model();
    }

    private Model model() {
        var set = edition.lead();
        var lead = set == null ? null : teaser(set.section().title(), set.teaser());
        var sections = edition.sections().stream().map(this::section).toList();
        var latest = edition.latest().stream()
                .map(teaser -> teaser(titleOf(teaser), teaser))
                .toList();
        return new Model(
                newsletter(edition.newsletter()),
                edition(lead, sections, latest),
                lead,
                sections,
                latest,
                contents(),
                recipient(),
                words);
    }

    private Model.Newsletter newsletter(Newsletter newsletter) {
        var site = Optional.ofNullable(newsletter.siteUrl())
                .filter(url -> WebHost.of(url).isPresent());
        return new Model.Newsletter(
                newsletter.key().value(),
                newsletter.title(),
                newsletter.sender().name(),
                newsletter.postalAddress(),
                site.map(URI::toString).orElse(null),
                site.flatMap(WebHost::of)
                        .map(host -> host.replaceFirst("^www\\.", ""))
                        .orElse(null),
                newsletter.subscribeUrl() == null
                        ? null
                        : newsletter.subscribeUrl().toString(),
                newsletter.look().logo() == null
                        ? null
                        : newsletter.look().logo().toString());
    }

    private Model.Edition edition(
            Model.@Nullable Teaser lead, List<Model.Section> sections, List<Model.Teaser> latest) {
        var language = language();
        var rightToLeft = Direction.isRightToLeft(language);
        var carried = Stream.concat(
                        Stream.ofNullable(lead), sections.stream().flatMap(section -> section.teasers().stream()))
                .toList();
        return new Model.Edition(
                date(FormatStyle.FULL, edition.slot()),
                carried.size(),
                Reading.minutes(carried),
                Preheader.of(carried, latest, edition.newsletter().title()),
                language.toLanguageTag(),
                rightToLeft ? "rtl" : "ltr",
                rightToLeft ? "right" : "left",
                words.locale().getLanguage().equals(language.getLanguage())
                        ? null
                        : words.locale().toLanguageTag());
    }

    private Model.Section section(Edition.SetSection set) {
        var title = set.section().title();
        var teasers =
                set.teasers().stream().map(teaser -> teaser(title, teaser)).toList();
        return new Model.Section(set.section().key().value(), title, teasers);
    }

    private Model.Teaser teaser(String section, Teaser teaser) {
        var url = teaser.url().value();
        var excerpt = ExcerptText.of(shortening.excerpt(teaser), this::isRare);
        var image = pictures.of(teaser);
        return new Model.Teaser(
                section,
                shortening.headline(teaser),
                Headline.about(teaser.headline(), language()),
                shortening.dek(teaser),
                url,
                summary(teaser, excerpt),
                shortening.image(image),
                image == null ? null : pictures.thumbnail(teaser, image),
                excerpt.html(),
                excerpt.plain(),
                excerpt.links(),
                author(teaser.author()),
                date(FormatStyle.LONG, teaser.publishedAt()),
                teaser.sponsor());
    }

    private @Nullable String summary(Teaser teaser, ExcerptText excerpt) {
        var beginning = excerpt.html().stream()
                .map(html -> Jsoup.parseBodyFragment(html.value()).text());
        return Stream.concat(Stream.ofNullable(teaser.dek()), beginning)
                .findFirst()
                .map(new Beginning(edition.newsletter().language(), SUMMARY)::of)
                .orElse(null);
    }

    /** In the newsletter's order; none where all is of one section. */
    private List<Model.Contents> contents() {
        var stories = new LinkedHashMap<String, Integer>();
        edition.newsletter().sections().forEach(plan -> stories.put(plan.title(), 0));
        Stream.ofNullable(edition.lead())
                .forEach(lead -> stories.merge(lead.section().title(), 1, Integer::sum));
        edition.sections()
                .forEach(set ->
                        stories.merge(set.section().title(), set.teasers().size(), Integer::sum));
        var contents = stories.entrySet().stream()
                .filter(section -> section.getValue() > 0)
                .map(section -> new Model.Contents(section.getKey(), section.getValue()))
                .toList();
        return contents.size() < 2 ? List.of() : contents;
    }

    /** Spam filters frown on many links to one place: a teaser's own three suffice, elsewhere an excerpt's first two. */
    private boolean isRare(String url) {
        return links.merge(url, 1, Integer::sum) <= MOST_LINKS;
    }

    private Model.@Nullable Author author(@Nullable Author author) {
        if (author == null) {
            return null;
        }
        var bio = authors.add(author) ? author.bio() : null;
        return new Model.Author(author.name(), shortening.bio(bio), author.handle());
    }

    private Locale language() {
        return edition.newsletter().language();
    }

    private String titleOf(Teaser teaser) {
        return edition.newsletter().sections().stream()
                .filter(plan -> plan.key().equals(teaser.section()))
                .map(Newsletter.SectionPlan::title)
                .findFirst()
                .orElse(teaser.section().value());
    }

    private String date(FormatStyle style, Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(style)
                .withLocale(words.locale())
                .format(instant.atZone(edition.newsletter().zone()));
    }

    private Model.Recipient recipient() {
        return new Model.Recipient(
                marks.of(MergeField.NAME),
                marks.of(MergeField.EMAIL),
                marks.of(MergeField.UNSUBSCRIBE_URL),
                marks.of(MergeField.PREFERENCES_URL),
                marks.of(MergeField.WEB_URL));
    }
}
