package org.keepreading.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists. */
@Repository
public class Lists {
    private final JdbcClient jdbc;

    public Lists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the list where there is none of that key.
     *
     * @return whether it is new
     */
    public boolean ensure(ListKey key, String title) {
        return find(key).isEmpty() && add(key, title);
    }

    private boolean add(ListKey key, String title) {
        try {
            jdbc.sql("insert into list (list_key, title) values (:key, :title)")
                    .param("key", key.value())
                    .param("title", title)
                    .update();
            return true;
        } catch (DuplicateKeyException anotherWasFirst) {
            return false;
        }
    }

    public Optional<NamedList> find(ListKey key) {
        return jdbc.sql("select list_key, title from list where list_key = :key")
                .param("key", key.value())
                .query(Lists::toList)
                .optional();
    }

    public List<NamedList> all() {
        return jdbc.sql("select list_key, title from list order by list_key")
                .query(Lists::toList)
                .list();
    }

    private static NamedList toList(ResultSet row, int number) throws SQLException {
        return new NamedList(new ListKey(row.getString("list_key")), row.getString("title"));
    }
}
