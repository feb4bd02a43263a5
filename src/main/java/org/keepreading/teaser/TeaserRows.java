package org.keepreading.teaser;

import static org.keepreading.row.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a teaser is read from the database, for whoever joins the table with their own. */
public final class TeaserRows {
    /** Whether the article of a statement's {@code teaser} is hidden. */
    public static final String HIDDEN =
            "exists (select 1 from hidden_article where hidden_article.name = teaser.article)";

    /** Begins a statement that {@link #read} reads; the table is {@code teaser}, its author's {@code author}. */
    public static final String SELECT = """
            select teaser.id, teaser.source_key, teaser.guid, teaser.article, teaser.section_key, teaser.headline, teaser.dek, teaser.url,
                   teaser.image_url, teaser.image_alt, teaser.image_caption, teaser.image_credit, teaser.image_width,
                   teaser.image_height, picture_size.width, picture_size.height, teaser.excerpt, author.name, author.bio, author.email, author.handle,
                   teaser.published_at, teaser.aged_from, teaser.sponsor, teaser.pinned_at,
                   %s as hidden
            from teaser left join author on author.id = teaser.author_id
              left join picture_size on picture_size.url = teaser.image_url
            """.formatted(HIDDEN);

    private static final JsonMapper JSON = new JsonMapper();

    private TeaserRows() {}

    public static Teaser read(ResultSet row, int number) throws SQLException {
        return new Teaser(
                row.getLong("id"),
                row.getString("source_key"),
                row.getString("guid"),
                row.getString("article"),
                new SectionKey(row.getString("section_key")),
                row.getString("headline"),
                row.getString("dek"),
                new ArticleUrl(row.getString("url")),
                image(row),
                excerpt(row.getString("excerpt")),
                author(row),
                instant(row, "published_at"),
                instant(row, "aged_from"),
                row.getString("sponsor"),
                row.getObject("pinned_at") != null,
                row.getBoolean("hidden"));
    }

    static String excerpt(List<String> paragraphs) {
        return JSON.writeValueAsString(paragraphs);
    }

    private static List<String> excerpt(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    private static @Nullable Image image(ResultSet row) throws SQLException {
        var url = row.getString("image_url");
        return url == null
                ? null
                : new Image(
                                url,
                                row.getString("image_alt"),
                                row.getString("image_caption"),
                                row.getString("image_credit"),
                                row.getObject("image_width", Integer.class),
                                row.getObject("image_height", Integer.class))
                        .in(row.getObject("width", Integer.class), row.getObject("height", Integer.class));
    }

    private static @Nullable Author author(ResultSet row) throws SQLException {
        var name = row.getString("name");
        return name == null
                ? null
                : new Author(name, row.getString("bio"), row.getString("email"), row.getString("handle"));
    }
}
