package org.keepreading.teaser;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Who writes for the newsroom. Two of one name are told by handle or email; without those, whoever has another bio is somebody else,
 * and whoever has none is the only one of that name, if there is only one. Where there are very many of one name, as a feed
 * can make them, nobody new is told from them: of a newcomer the name alone is kept.
 */
final class Authors {
    private static final int MOST_NAMESAKES = 100;

    private final JdbcClient jdbc;

    Authors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(long id, Author author) {}

    /** Adds the author, or adds to what is known: what the new one does not say stays as it was. */
    long save(Author author) {
        var namesakes = namesakes(author.name());
        return namesakes.stream()
                .filter(each -> isSame(each.author(), author))
                .findFirst()
                .map(each -> update(each, author))
                .orElseGet(() ->
                        namesakes.size() < MOST_NAMESAKES ? save(author, namesakes) : nameAlone(author, namesakes));
    }

    private long save(Author author, List<Known> namesakes) {
        return namesakes.stream()
                .filter(each -> each.author().isNameAlone() || (author.isNameAlone() && namesakes.size() == 1))
                .findFirst()
                .map(each -> update(each, author))
                .orElseGet(() -> add(author));
    }

    private long nameAlone(Author author, List<Known> namesakes) {
        return namesakes.stream()
                .filter(each -> each.author().isNameAlone())
                .map(Known::id)
                .findFirst()
                .orElseGet(() -> add(new Author(author.name(), null, null, null)));
    }

    private static boolean isSame(Author known, Author author) {
        if (isSaid(known.handle(), author.handle()) || isSaid(known.email(), author.email())) {
            return isEqual(known.handle(), author.handle()) || isEqual(known.email(), author.email());
        }
        return isEqual(known.bio(), author.bio());
    }

    private static boolean isSaid(@Nullable String one, @Nullable String other) {
        return one != null && other != null;
    }

    private static boolean isEqual(@Nullable String one, @Nullable String other) {
        return one != null && other != null && one.equalsIgnoreCase(other);
    }

    private List<Known> namesakes(String name) {
        return jdbc.sql("""
                        select id, name, bio, email, handle from author where name = :name
                        order by case when coalesce(bio, email, handle) is null then 0 else 1 end, id
                        fetch first :most rows only""")
                .param("name", name)
                .param("most", MOST_NAMESAKES)
                .query((row, number) -> new Known(
                        row.getLong("id"),
                        new Author(
                                row.getString("name"),
                                row.getString("bio"),
                                row.getString("email"),
                                row.getString("handle"))))
                .list();
    }

    private long update(Known known, Author author) {
        var updated = author.onto(known.author());
        if (!updated.equals(known.author())) {
            jdbc.sql("update author set bio = :bio, email = :email, handle = :handle where id = :id")
                    .param("bio", updated.bio())
                    .param("email", updated.email())
                    .param("handle", updated.handle())
                    .param("id", known.id())
                    .update();
        }
        return known.id();
    }

    private long add(Author author) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into author (name, bio, email, handle) values (:name, :bio, :email, :handle)")
                .param("name", author.name())
                .param("bio", author.bio())
                .param("email", author.email())
                .param("handle", author.handle())
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }
}
