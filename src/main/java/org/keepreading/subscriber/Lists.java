package org.keepreading.subscriber;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keepreading.address.ListKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The lists. One that is removed stays known, so that leaving by a link from an old mail is still noted. */
@Repository
public class Lists {
    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;
    private final TransactionOperations transactions;
    private final Clock clock;

    Lists(JdbcClient jdbc, Subscriptions subscriptions, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Adds the list where there is none of that key. One that was removed begins anew, with nobody on it; whoever had left
     * it has left it still.
     *
     * @return whether it is new
     */
    public boolean ensure(ListKey key, String title) {
        return find(key).isEmpty() && (beginAnew(key, title) || add(key, title));
    }

    private boolean beginAnew(ListKey key, String title) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var wasRemoved = jdbc.sql("""
                            update list set removed_at = null, title = :title
                            where list_key = :key and removed_at is not null""")
                            .param("title", title)
                            .param("key", key.value())
                            .update()
                    > 0;
            if (wasRemoved) {
                subscriptions.forgetEndedWith(key);
            }
            return wasRemoved;
        }));
    }

    /** Gives an existing list another title; its key stays. */
    public void rename(ListKey key, String title) {
        jdbc.sql("update list set title = :title where list_key = :key")
                .param("title", title)
                .param("key", key.value())
                .update();
    }

    /**
     * Takes everybody off the list, and the list away.
     *
     * @return how many were on it
     */
    public int remove(ListKey key) {
        return requireNonNull(transactions.execute(status -> {
            jdbc.sql("update list set removed_at = :now where list_key = :key")
                    .param("now", clock.instant().atOffset(UTC))
                    .param("key", key.value())
                    .update();
            return subscriptions.endWith(key);
        }));
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
        return jdbc.sql("select list_key, title from list where list_key = :key and removed_at is null")
                .param("key", key.value())
                .query(Lists::toList)
                .optional();
    }

    public List<NamedList> all() {
        return jdbc.sql("select list_key, title from list where removed_at is null order by list_key")
                .query(Lists::toList)
                .list();
    }

    private static NamedList toList(ResultSet row, int number) throws SQLException {
        return new NamedList(new ListKey(row.getString("list_key")), row.getString("title"));
    }
}
