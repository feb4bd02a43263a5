package org.keepreading.teaser;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Spells the addresses of stored articles as they are spelt today: else an article that came, was sent or hidden under an older
 * version would be another one as soon as another source brings it. It reads but what each schema since V22 has.
 */
public final class Respelling {
    private final JdbcClient jdbc;
    private final HiddenArticles hidden;

    /** @param connection in the migration's transaction */
    public Respelling(Connection connection) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.hidden = new HiddenArticles(jdbc);
    }

    public void run() {
        speltOtherwise().forEach(this::respell);
        namesOfHidden().forEach(hidden::hideOn);
        pinTwins();
    }

    private List<Spelling> speltOtherwise() {
        var others = new ArrayList<Spelling>();
        jdbc.sql("select id, url, address, article from teaser order by id").query(row -> {
            var spelling = new Spelling(
                    row.getLong("id"), row.getString("url"), row.getString("address"), row.getString("article"));
            if (!spelling.today().equals(spelling.address())) {
                others.add(spelling);
            }
        });
        return others;
    }

    private void respell(Spelling spelling) {
        hidden.spread(new ArticleNames(
                spelling.articleToday(), Set.of(spelling.article(), spelling.articleToday()), Set.of()));
        jdbc.sql("update teaser set address = :address, article = :article where id = :id")
                .param("address", spelling.today())
                .param("article", spelling.articleToday())
                .param("id", spelling.id())
                .update();
    }

    private List<ArticleNames> namesOfHidden() {
        return jdbc.sql("""
                        select source_key, guid, article from teaser
                        where article in (select name from hidden_article) order by id""")
                .query((row, number) ->
                        ArticleNames.of(row.getString("source_key"), row.getString("guid"), row.getString("article")))
                .list();
    }

    private void pinTwins() {
        jdbc.sql("""
                        update teaser set pinned_at = (select min(twin.pinned_at) from teaser twin where twin.article = teaser.article)
                        where pinned_at is null
                          and exists (select 1 from teaser twin where twin.article = teaser.article and twin.pinned_at is not null)""").update();
    }

    private record Spelling(long id, String url, String address, String article) {

        /** What no version of today would take stays as it is. */
        String today() {
            try {
                return new ArticleUrl(url).identity();
            } catch (IllegalArgumentException e) {
                return address;
            }
        }

        String articleToday() {
            return article.startsWith(address) ? today() + article.substring(address.length()) : article;
        }
    }
}
