package org.keepreading.testing;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.teaser.ArticleUrl;
import org.keepreading.teaser.Author;
import org.keepreading.teaser.Image;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Teaser;

/** The newsroom of the tests: The Harbour, of Porto, with its desks "city" and "culture" and its newsletter "daily". */
public final class Harbour {
    public static final Section CITY = new Section(new SectionKey("city"), "City");
    public static final Section CULTURE = new Section(new SectionKey("culture"), "Culture");

    /** The newsletter's file, as the design has it. */
    public static final String DAILY = """
            key: daily
            title: The Harbour Daily
            language: en                       # BCP 47: dates and the template's own words
            zone: Europe/Lisbon
            schedule: "0 0 7 ? * MON-FRI"      # Quartz cron; omitted: by hand only
            grace: 2h
            sender: {name: The Harbour, address: daily@harbour.example}
            reply-to: editors@harbour.example
            subject: "${lead.headline}"        # FreeMarker, same model as the template
            template: digest                   # a folder of templates/
            sections:
              - {key: city, title: City, teasers: 3}
              - {key: culture, title: Culture, teasers: 2}
            minimum: 1                         # fewer teasers: nothing is sent
            maximum: 12
            latest: 5                          # headlines that did not fit; 0: none
            max-age: 3d                        # omitted: no limit
            lists: [daily]
            postal-address: "1 Quay Street, Porto"
            site-url: https://harbour.example
            """;

    /** Where its readers follow the links of its mail. */
    public static final String PUBLIC_URL = "https://news.harbour.example";

    private static final AtomicLong IDS = new AtomicLong();

    private Harbour() {}

    public static Newsletter daily() {
        return NewsletterFile.parse("daily.yaml", DAILY);
    }

    /** A teaser of a desk with a picture, a byline and an excerpt, which no store knows. */
    public static Teaser teaser(Section desk, String headline, String publishedAt) {
        return teaser(desk, headline, publishedAt, null);
    }

    /** The same, paid for. */
    public static Teaser paidTeaser(Section desk, String headline, String publishedAt) {
        return teaser(desk, headline, publishedAt, "Port Authority");
    }

    private static Teaser teaser(Section desk, String headline, String publishedAt, @Nullable String sponsor) {
        var id = IDS.incrementAndGet();
        return new Teaser(
                id,
                "site",
                "guid-" + id,
                desk.key(),
                headline,
                "What the council & its critics say",
                new ArticleUrl("https://harbour.example/" + desk.key() + "/" + id),
                new Image("https://harbour.example/" + id + ".jpg", "A quay", "The quay", "Ada Photo", 1200, 800),
                List.of("The <em>first</em> paragraph.", "The second one."),
                new Author("Ada Reporter", "Ada reports from the quays.", "ada@harbour.example", "@ada"),
                Instant.parse(publishedAt),
                Instant.parse(publishedAt),
                sponsor,
                false,
                false);
    }
}
