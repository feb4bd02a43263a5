package org.keepreading.teaser;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Who writes for the newsroom. Two of one name are told by handle or email; without those, whoever has another bio is somebody else,
 * and whoever has none is the only one of that name, if there is only one.
 */
final class Authors {
    private final JdbcClient jdbc;

    Authors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(long id, Author author) {}

    /** Adds the author, or adds to what is known: what the new one does not say stays as it was. */
    long save(Author author) {
        var namesakes = namesakes(author.name());
        var known = namesakes.stream()
                .filter(each -> isSame(each.author(), author))
                .findFirst()
                .or(() -> namesakes.stream()
                        .filter(each -> each.author().isNameAlone() || (author.isNameAlone() && namesakes.size() == 1))
                        .findFirst());
        return known.map(each -> update(each, author)).orElseGet(() -> add(author));
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
        return jdbc.sql("select id, name, bio, email, handle from author where name = :name order by id")
                .param("name", name)
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
