package org.keepreading.edition;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.address.SectionKey;
import org.keepreading.newsletter.Contact;
import org.keepreading.newsletter.Look;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.teaser.ArticleUrl;
import org.keepreading.teaser.Author;
import org.keepreading.teaser.Image;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Teaser;

/** An invented newsroom on an invented coast, and its editions. */
final class Lighthouse {
    static final Instant SLOT = Instant.parse("2026-03-02T07:00:00Z");
    static final Section COAST = new Section(new SectionKey("coast"), "Coast");
    static final Section TOWN = new Section(new SectionKey("town"), "Town Hall");
    static final Section TABLE = new Section(new SectionKey("table"), "Table");
    static final Author INES = new Author(
            "Inês Duarte",
            "Inês covers the sea and those who live by it. She grew up above a sail loft.",
            "ines@lighthouse.example",
            "@inesduarte");

    private Lighthouse() {}

    static Newsletter newsletter() {
        return newsletter(Locale.forLanguageTag("en-GB"), "${lead.headline}");
    }

    static Newsletter newsletter(Locale language, String subject) {
        return new Newsletter(
                new NewsletterKey("morning-light"),
                "The Morning Light",
                language,
                ZoneId.of("Europe/Lisbon"),
                null,
                Duration.ofHours(2),
                null,
                new Newsletter.Sender("The Lighthouse", Contact.of("morning@lighthouse.example")),
                null,
                subject,
                "digest",
                List.of(
                        new Newsletter.SectionPlan(COAST.key(), COAST.title(), 3),
                        new Newsletter.SectionPlan(TOWN.key(), TOWN.title(), 2),
                        new Newsletter.SectionPlan(TABLE.key(), TABLE.title(), 2)),
                null,
                1,
                null,
                5,
                null,
                List.of(new ListKey("morning")),
                "1 Quay Street, 4050-253 Porto, Portugal",
                URI.create("https://lighthouse.example"),
                null,
                Look.PLAIN);
    }

    /** As its file would be with these lines more. */
    static Newsletter newsletterWith(String lines) {
        return NewsletterFile.parse("morning-light.yaml", NewsletterFile.write(newsletter()) + lines);
    }

    /** A Monday's edition with everything that an edition can have. */
    static Edition edition() {
        return edition(newsletter());
    }

    static Edition edition(Newsletter newsletter) {
        return new Edition(
                7,
                newsletter,
                SLOT,
                new Edition.Lead(COAST, keepers()),
                List.of(
                        new Edition.SetSection(COAST, List.of(seagrass(), ferry())),
                        new Edition.SetSection(TOWN, List.of(budget(), buses())),
                        new Edition.SetSection(TABLE, List.of(advertorial(), soup()))),
                List.of(
                        teaser(20, TOWN, "Library stays open on Sundays, after all")
                                .build(),
                        teaser(21, COAST, "A seal called Number Nine comes home")
                                .build(),
                        teaser(22, TABLE, "Where to find the first strawberries")
                                .build()));
    }

    static Teaser keepers() {
        return teaser(1, COAST, "The last lighthouse keepers are leaving. The light will watch itself")
                .dek("After 164 years the lamp at Cabo Manso goes over to a sensor the size of a matchbox."
                        + " Its two keepers are not sure that it knows what to look for.")
                .image("keepers", "A white lighthouse on a cliff at dusk, its lamp just lit", 1600, 1067)
                .excerpt(
                        "On the last Friday of February, Amélia Rocha climbed the 211 steps of the tower, as she has"
                                + " done on most evenings since 1998, and found that there was nothing left to do."
                                + " The lamp had lit itself.",
                        "“It was four minutes early,” she says. “We would have waited. There was still a boat coming"
                                + " in, and they like to see it happen.” The sensor, she was told, <em>measures"
                                + " light</em>; it does not know about boats.")
                .author(INES)
                .build();
    }

    static Teaser seagrass() {
        return teaser(2, COAST, "Seagrass is back in the bay, and nobody planted it")
                .dek("Eleven years after the trawling ban, divers count forty hectares of meadow.")
                .image("seagrass", "A diver above a meadow of seagrass", 1200, 800)
                .excerpt("The survey began as a school project. Three summers later it is the most exact map of the"
                        + " sea floor that the region has, and <a href=\"https://survey.example/map\">anybody can"
                        + " read it</a>.")
                .author(INES)
                .build();
    }

    static Teaser ferry() {
        return teaser(3, COAST, "Night ferry to the islands sells out in nine minutes")
                .dek("The company blames a programming mistake. The islanders blame the company.")
                .excerpt("Four hundred berths went on sale on Saturday at noon. At nine past, those who live on the"
                        + " islands were told to try again in May.")
                .author(new Author("Tomé Vaz", null, null, null))
                .build();
    }

    static Teaser budget() {
        return teaser(4, TOWN, "Who pays for the new tram? A budget in five figures")
                .dek("The council votes on Thursday. We read all 612 pages so that you need not.")
                .image("tram", null, 1200, 675)
                .excerpt("The line to the hospital costs 84 million, of which the state pays half and says so on"
                        + " every page. The other half is spread over eleven tables and one footnote.")
                .author(new Author("Rui Sá", "Rui reports on money in public hands.", null, null))
                .build();
    }

    static Teaser buses() {
        return teaser(5, TOWN, "Free buses for under-23s from May").build();
    }

    static Teaser advertorial() {
        return teaser(6, TABLE, "Six knives that will outlive you")
                .dek("A smith in the hills forges blades to order, and sharpens them for life.")
                .image("knives", "Six kitchen knives on a grey cloth", 1200, 800)
                .excerpt("Every blade is folded by hand, eleven times. The waiting list is as long as the patience"
                        + " of those who are on it.")
                .sponsor("Forja do Monte")
                .build();
    }

    static Teaser soup() {
        return teaser(7, TABLE, "The soup that fed the fog")
                .dek("Kale, potatoes, and a story about 1943.")
                .excerpt("There are as many recipes as there are kitchens, and each is the only right one.")
                .build();
    }

    /** Five sections of five teasers, each with a long excerpt. */
    static Edition large() {
        var sections = IntStream.range(0, 5)
                .mapToObj(number -> new Section(new SectionKey("desk-" + number), "Desk " + number))
                .map(section -> new Edition.SetSection(section, large(section)))
                .toList();
        return new Edition(8, newsletter(), SLOT, new Edition.Lead(COAST, keepers()), sections, List.of());
    }

    private static List<Teaser> large(Section section) {
        return IntStream.range(0, 5)
                .mapToObj(number -> teaser(
                                10L * section.title().hashCode() + number,
                                section,
                                "Story " + number + " of " + section.title() + ", about what happened on the coast")
                        .dek("A line under the headline that says in one sentence what the story is about.")
                        .image(
                                "story-" + section.key() + number,
                                "Picture " + number + " of " + section.title(),
                                1200,
                                800)
                        .excerpt(
                                "A first paragraph, long as those of a newsroom are. ".repeat(11),
                                "A second paragraph, which goes into particulars. ".repeat(11),
                                "A third paragraph, for those who have the time. ".repeat(11))
                        .author(INES)
                        .build())
                .toList();
    }

    static TemplateFiles digest() {
        return template("digest");
    }

    static TemplateFiles template(String name) {
        return new Templates(EditionSettings.defaults()).load(name);
    }

    static Choice everything() {
        return new Choice(Set.of(), Locale.forLanguageTag("en-GB"));
    }

    /** The digest as this newsroom sends it. */
    static Variant digest(Edition edition) {
        return rendered("digest", edition);
    }

    static Variant rendered(String template, Edition edition) {
        return new Renderer(EditionSettings.defaults())
                .render(
                        edition,
                        template(template),
                        new Choice(Set.of(), edition.newsletter().language()));
    }

    /** An edition of one teaser and no lead. */
    static Edition editionOf(Teaser teaser) {
        return editionOf(newsletter(), teaser);
    }

    static Edition editionOf(Newsletter newsletter, Teaser teaser) {
        var set = new Edition.SetSection(COAST, List.of(teaser));
        return new Edition(9, newsletter, SLOT, null, List.of(set), List.of());
    }

    /** A part as it reaches Ada, a reader. */
    static String toAda(MergeText part) {
        return part.filled(Lighthouse::forAda);
    }

    private static String forAda(MergeField field) {
        return switch (field) {
            case NAME -> "Ada";
            case EMAIL -> "ada@example.org";
            case UNSUBSCRIBE_URL -> "https://news.lighthouse.example/unsubscribe/ada";
            case PREFERENCES_URL -> "https://news.lighthouse.example/preferences/ada";
            case WEB_URL -> "https://news.lighthouse.example/archive/morning-light/7";
        };
    }

    static TeaserDraft teaser(long id, Section section, String headline) {
        return new TeaserDraft(id, section, headline);
    }

    /** What a test says of a teaser; what it does not say is not there. */
    static final class TeaserDraft {
        private final long id;
        private final Section section;
        private final String headline;
        private final List<String> excerpt = new ArrayList<>();
        private @Nullable String dek;
        private @Nullable Image image;
        private @Nullable Author author;
        private @Nullable String sponsor;

        private TeaserDraft(long id, Section section, String headline) {
            this.id = id;
            this.section = section;
            this.headline = headline;
        }

        TeaserDraft dek(String dek) {
            this.dek = dek;
            return this;
        }

        TeaserDraft image(Image image) {
            this.image = image;
            return this;
        }

        TeaserDraft image(String name, @Nullable String alt, int width, int height) {
            return image(new Image(
                    "https://lighthouse.example/media/" + name + ".jpg",
                    alt,
                    "Taken on the morning of 1 March.",
                    "Marta Lemos/The Lighthouse",
                    width,
                    height));
        }

        TeaserDraft excerpt(String... paragraphs) {
            excerpt.addAll(List.of(paragraphs));
            return this;
        }

        TeaserDraft author(Author author) {
            this.author = author;
            return this;
        }

        TeaserDraft sponsor(String sponsor) {
            this.sponsor = sponsor;
            return this;
        }

        Teaser build() {
            return new Teaser(
                    id,
                    "site",
                    "guid-" + id,
                    section.key(),
                    headline,
                    dek,
                    new ArticleUrl("https://lighthouse.example/" + section.key() + "/" + id),
                    image,
                    List.copyOf(excerpt),
                    author,
                    SLOT,
                    SLOT,
                    sponsor,
                    false,
                    false);
        }
    }
}
