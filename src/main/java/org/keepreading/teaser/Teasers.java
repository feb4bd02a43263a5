package org.keepreading.teaser;

import static org.keepreading.row.Columns.instant;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The teasers that sources brought, newest first. */
@Repository
public class Teasers {
    /** How far back a known source may date an article that still counts as fresh: a dumped archive floods nobody. */
    private static final Duration LATE = Duration.ofDays(14);

    private static final int AT_ONCE = 500;

    /** A source may bring ever new articles at one address: the latest tell what is to be known of it. */
    private static final int MOST_KNOWN = 5_000;

    private final JdbcClient jdbc;
    private final Sections sections;
    private final Authors authors;
    private final HiddenArticles hidden;

    public Teasers(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.sections = new Sections(jdbc);
        this.authors = new Authors(jdbc);
        this.hidden = new HiddenArticles(jdbc);
    }

    /**
     * Adds the draft, or updates the teaser that its source already brought under the same guid or the same article's address.
     *
     * @param sourceKnown whether the source was read before: what it brings late then counts as fresh from its arrival
     */
    public Saved save(Draft draft, Instant arrivedAt, boolean sourceKnown) {
        return known(draft).map(teaser -> update(teaser, draft)).orElseGet(() -> add(draft, arrivedAt, sourceKnown));
    }

    public Optional<Teaser> find(long id) {
        return jdbc.sql(TeaserRows.SELECT + "where teaser.id = :id")
                .param("id", id)
                .query(TeaserRows::read)
                .optional();
    }

    public Teaser get(long id) {
        return find(id).orElseThrow(() -> new NoSuchTeaser(id));
    }

    public List<Teaser> list(Wanted wanted) {
        var section = wanted.section();
        return jdbc.sql(TeaserRows.SELECT + """
                        where (cast(:section as varchar) is null or teaser.section_key = :section)
                          and (cast(:source as varchar) is null or teaser.source_key = :source)
                        order by teaser.published_at desc, teaser.id desc
                        fetch first :limit rows only""")
                .param("section", section == null ? null : section.value())
                .param("source", wanted.source())
                .param("limit", wanted.limit())
                .query(TeaserRows::read)
                .list();
    }

    /** What the source brought under these guids, or from these addresses (see {@link ArticleUrl#identity}). */
    public List<KnownArticle> known(String source, Collection<String> guids, Collection<String> addresses) {
        var known = new LinkedHashSet<KnownArticle>();
        inParts(guids, part -> known.addAll(known(source, "guid", part)));
        inParts(addresses, part -> known.addAll(known(source, "address", part)));
        return List.copyOf(known);
    }

    private static void inParts(Collection<String> values, Consumer<List<String>> each) {
        var all = List.copyOf(values);
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            each.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    private List<KnownArticle> known(String source, String column, List<String> values) {
        return jdbc.sql("""
                        select guid, address, article, headline, published_at
                        from unnest(cast(:values as varchar array)) as wanted (name)
                          join teaser on teaser.source_key = :source and teaser.%s = wanted.name
                        order by id desc fetch first :most rows only""".formatted(column))
                .param("source", source)
                .param("values", values.toArray(String[]::new))
                .param("most", MOST_KNOWN)
                .query((row, number) -> new KnownArticle(
                        row.getString("guid"),
                        row.getString("address"),
                        row.getString("article"),
                        row.getString("headline"),
                        instant(row, "published_at")))
                .list();
    }

    public long countOf(String source) {
        return jdbc.sql("select count(*) from teaser where source_key = :source")
                .param("source", source)
                .query(Long.class)
                .single();
    }

    /** The others of its article, whoever brought them. */
    public List<Teaser> twins(Teaser teaser) {
        return others(teaser, Set.of(teaser.article()));
    }

    /**
     * No edition takes its article any more, whoever brings it, now or later.
     *
     * @return the others that are hidden with it
     */
    public List<Teaser> hide(long id, Instant at) {
        var teaser = get(id);
        var names = Stream.concat(Stream.of(teaser), twins(teaser).stream())
                .map(ArticleNames::of)
                .reduce(ArticleNames::and)
                .orElseThrow();
        hidden.hide(names, at);
        return others(teaser, hidden.together(teaser.article()));
    }

    /** @return the others that are hidden no more either */
    public List<Teaser> unhide(long id) {
        var teaser = get(id);
        return others(teaser, hidden.unhide(teaser.article()));
    }

    /**
     * The next edition that may carry its article leads with it.
     *
     * @return its twins, which are pinned too
     */
    public List<Teaser> pin(long id, Instant at) {
        return pinned(id, at);
    }

    /** @return its twins, which are pinned no more either */
    public List<Teaser> unpin(long id) {
        return pinned(id, null);
    }

    private List<Teaser> pinned(long id, @Nullable Instant at) {
        var teaser = get(id);
        jdbc.sql("update teaser set pinned_at = :at where article = :article")
                .param("at", at == null ? null : utc(at))
                .param("article", teaser.article())
                .update();
        return twins(teaser);
    }

    private List<Teaser> others(Teaser teaser, Set<String> articles) {
        return articles.isEmpty()
                ? List.of()
                : jdbc.sql(TeaserRows.SELECT
                                + "where teaser.article in (:articles) and teaser.id <> :id order by teaser.id")
                        .param("articles", articles)
                        .param("id", teaser.id())
                        .query(TeaserRows::read)
                        .list();
    }

    /**
     * The article's own address tells more than a guid that wandered to another article. One that shares its address, and has no
     * guid, may have come while it did not share it.
     */
    private Optional<Teaser> known(Draft draft) {
        return jdbc.sql(TeaserRows.SELECT + """
                        where teaser.id = (
                          select id from (
                            select id, case when guid = :guid then 0 else 1 end as preference
                              from teaser where source_key = :source and article = :article
                            union all
                            select id, 2 from teaser where source_key = :source and guid = :guid
                            union all
                            select id, 3 from teaser
                              where source_key = :source and article = :address and headline = :headline
                                and (:guid = :article or guid in (address, url))) known
                          order by preference, id fetch first 1 rows only)""")
                .param("source", draft.source())
                .param("guid", draft.guid())
                .param("article", draft.article())
                .param("address", draft.url().identity())
                .param("headline", draft.headline())
                .query(TeaserRows::read)
                .optional();
    }

    private Saved add(Draft draft, Instant arrivedAt, boolean sourceKnown) {
        var published = Objects.requireNonNullElse(draft.publishedAt(), arrivedAt.truncatedTo(ChronoUnit.SECONDS));
        try {
            insert(draft, published, arrivedAt, sourceKnown ? freshFrom(published, arrivedAt) : published);
            hidden.spread(ArticleNames.of(draft));
            return Saved.NEW;
        } catch (DuplicateKeyException e) {
            // another import of the same source was first
            return save(draft, arrivedAt, sourceKnown);
        }
    }

    private static Instant freshFrom(Instant published, Instant arrived) {
        var late = published.isBefore(arrived) && !published.isBefore(arrived.minus(LATE));
        return late ? arrived : published;
    }

    private void insert(Draft draft, Instant published, Instant arrived, Instant agedFrom) {
        content("""
                insert into teaser (source_key, guid, article, address, section_key, headline, dek, url, image_url, image_alt,
                    image_caption, image_credit, image_width, image_height, excerpt, author_id, sponsor,
                    published_at, arrived_at, aged_from, pinned_at)
                values (:source, :guid, :article, :address, :section, :headline, :dek, :url, :imageUrl, :imageAlt,
                    :imageCaption, :imageCredit, :imageWidth, :imageHeight, :excerpt, :author, :sponsor,
                    :published, :arrived, :agedFrom,
                    (select min(twin.pinned_at) from teaser twin where twin.article = :article))""", draft)
                .param("source", draft.source())
                .param("guid", draft.guid())
                .param("published", utc(published))
                .param("arrived", utc(arrived))
                .param("agedFrom", utc(agedFrom))
                .update();
    }

    private Saved update(Teaser teaser, Draft draft) {
        var updated = draft.onto(teaser);
        if (!updated.equals(teaser)) {
            write(updated, draft);
            hidden.spread(ArticleNames.of(draft).and(ArticleNames.of(teaser)));
        }
        return updated.toldAs(teaser).equals(teaser) ? Saved.UNCHANGED : Saved.UPDATED;
    }

    private void write(Teaser updated, Draft draft) {
        content("""
                update teaser set guid = :guid, article = :article, address = :address, section_key = :section, headline = :headline, dek = :dek,
                    url = :url, image_url = :imageUrl, image_alt = :imageAlt, image_caption = :imageCaption,
                    image_credit = :imageCredit, image_width = :imageWidth, image_height = :imageHeight,
                    excerpt = :excerpt, author_id = :author, sponsor = :sponsor, published_at = :published,
                    pinned_at = coalesce(pinned_at,
                      (select min(twin.pinned_at) from teaser twin where twin.article = :article))
                where id = :id""", draft)
                .param("guid", guidFor(updated))
                .param("published", utc(updated.publishedAt()))
                .param("id", updated.id())
                .update();
    }

    /** Its own, unless another of the source's teasers has it. */
    private String guidFor(Teaser updated) {
        return known(updated.source(), "guid", List.of(updated.guid())).isEmpty()
                ? updated.guid()
                : get(updated.id()).guid();
    }

    private StatementSpec content(String sql, Draft draft) {
        sections.ensure(draft.section());
        var author = draft.author();
        return image(jdbc.sql(sql), Optional.ofNullable(draft.image()))
                .param("article", draft.article())
                .param("address", draft.url().identity())
                .param("section", draft.section().key().value())
                .param("headline", draft.headline())
                .param("dek", draft.dek())
                .param("url", draft.url().value())
                .param("excerpt", TeaserRows.excerpt(draft.excerpt()))
                .param("author", author == null ? null : authors.save(author))
                .param("sponsor", draft.sponsor());
    }

    private static StatementSpec image(StatementSpec statement, Optional<Image> image) {
        return statement
                .param("imageUrl", image.map(Image::url).orElse(null))
                .param("imageAlt", image.map(Image::alt).orElse(null))
                .param("imageCaption", image.map(Image::caption).orElse(null))
                .param("imageCredit", image.map(Image::credit).orElse(null))
                .param("imageWidth", image.map(Image::width).orElse(null))
                .param("imageHeight", image.map(Image::height).orElse(null));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
