package org.keepreading.teaser;

import static java.time.ZoneOffset.UTC;
import static org.keepreading.row.Columns.instant;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The articles that editors hid, by every name that a source may bring them under (see {@link ArticleNames}). Where one name
 * of an article is hidden all are, so that it stays hidden whichever changes next.
 */
final class HiddenArticles {
    private final JdbcClient jdbc;

    HiddenArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hide(ArticleNames names, Instant at) {
        var story = story(names).orElse(names.article());
        names.all().forEach(name -> add(name, story, at));
        addAddressesOf(names.guids(), story, at);
    }

    /** Hides under all these names what is hidden under one of them, as if it was hidden anew. */
    void hideOn(ArticleNames names) {
        story(names).ifPresent(story -> hide(names, hiddenAt(story)));
    }

    /** Hides what came under these names where one of them is hidden. */
    void spread(ArticleNames names) {
        story(names).ifPresent(story -> names.all().forEach(name -> add(name, story, hiddenAt(story))));
    }

    /** @return all the names that were hidden together with it, and are no more */
    Set<String> unhide(String article) {
        var together = together(article);
        if (!together.isEmpty()) {
            jdbc.sql("delete from hidden_article where name in (:names)")
                    .param("names", together)
                    .update();
        }
        return together;
    }

    /** All the names that are hidden together with this one. */
    Set<String> together(String article) {
        return jdbc.sql("""
                        select hidden.name from hidden_article hidden join hidden_article named on named.story = hidden.story
                        where named.name = :article""").param("article", article).query(String.class).set();
    }

    private Optional<String> story(ArticleNames names) {
        return jdbc.sql("select min(story) from hidden_article where name in (:names)")
                .param("names", names.all())
                .query(String.class)
                .optional();
    }

    private Instant hiddenAt(String story) {
        return jdbc.sql("select min(hidden_at) as hidden_at from hidden_article where story = :story")
                .param("story", story)
                .query((row, number) -> instant(row, "hidden_at"))
                .single();
    }

    private void add(String name, String story, Instant at) {
        jdbc.sql("""
                        insert into hidden_article (name, story, hidden_at)
                        select cast(:name as varchar), cast(:story as varchar), cast(:at as timestamp with time zone)
                        where not exists (select 1 from hidden_article where name = :name)""")
                .param("name", name)
                .param("story", story)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Under the same guid another source may have it at another address. */
    private void addAddressesOf(Collection<String> guids, String story, Instant at) {
        if (!guids.isEmpty()) {
            jdbc.sql("select distinct article from teaser where guid in (:guids)")
                    .param("guids", guids)
                    .query(String.class)
                    .list()
                    .forEach(article -> add(article, story, at));
        }
    }
}
