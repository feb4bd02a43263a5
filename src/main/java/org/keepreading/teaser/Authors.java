package org.keepreading.teaser;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who writes for the newsroom, one row a name. */
final class Authors {
    private final JdbcClient jdbc;

    Authors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the author, or adds to what is known: what the new one does not say stays as it was. */
    long save(Author author) {
        return idOf(author.name()).map(id -> update(id, author)).orElseGet(() -> add(author));
    }

    private Optional<Long> idOf(String name) {
        return jdbc.sql("select id from author where name = :name")
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    private long update(long id, Author author) {
        jdbc.sql("""
                update author set bio = coalesce(:bio, bio), email = coalesce(:email, email), handle = coalesce(:handle, handle)
                where id = :id""")
                .param("bio", author.bio())
                .param("email", author.email())
                .param("handle", author.handle())
                .param("id", id)
                .update();
        return id;
    }

    private long add(Author author) {
        try {
            insert(author);
            return idOf(author.name()).orElseThrow();
        } catch (DuplicateKeyException e) {
            return save(author);
        }
    }

    private void insert(Author author) {
        jdbc.sql("insert into author (name, bio, email, handle) values (:name, :bio, :email, :handle)")
                .param("name", author.name())
                .param("bio", author.bio())
                .param("email", author.email())
                .param("handle", author.handle())
                .update();
    }
}
