package org.keepreading.node;

import static java.time.ZoneOffset.UTC;
import static org.keepreading.row.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The processes at work on this database. */
@Repository
public class Nodes {
    private final JdbcClient jdbc;

    Nodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are there, and those that were killed and not tidied away yet; the eldest first. */
    public List<Node> all() {
        return jdbc.sql("""
                        select name, role, version, started_at, seen_at, ahead_millis, in_hand, sent_a_second
                        from node order by started_at, id""").query(Nodes::toNode).list();
    }

    /** @return its id */
    long arrive(Node node) {
        var keys = new GeneratedKeyHolder();
        with(node, """
                insert into node (name, role, version, started_at, seen_at, ahead_millis, in_hand, sent_a_second)
                values (:name, :role, :version, :started, :seen, :ahead, :inHand, :rate)""").update(keys, "id");
        var id = keys.getKeyAs(Long.class);
        if (id == null) {
            throw new IllegalStateException("The database gave the node no id.");
        }
        return id;
    }

    /** @return whether it is still known */
    boolean note(long id, Node node) {
        return with(node, """
                        update node set name = :name, role = :role, version = :version, started_at = :started,
                          seen_at = :seen, ahead_millis = :ahead, in_hand = :inHand, sent_a_second = :rate
                        where id = :id""").param("id", id).update() > 0;
    }

    void leave(long id) {
        jdbc.sql("delete from node where id = :id").param("id", id).update();
    }

    void forgetUnseenSince(Instant instant) {
        jdbc.sql("delete from node where seen_at < :instant")
                .param("instant", instant.atOffset(UTC))
                .update();
    }

    private JdbcClient.StatementSpec with(Node node, String sql) {
        return jdbc.sql(sql)
                .param("name", node.name())
                .param("role", node.role())
                .param("version", node.version())
                .param("started", node.startedAt().atOffset(UTC))
                .param("seen", node.seenAt().atOffset(UTC))
                .param("ahead", node.clockAhead().toMillis())
                .param("inHand", node.inHand())
                .param("rate", node.sentASecond());
    }

    private static Node toNode(ResultSet row, int number) throws SQLException {
        return new Node(
                row.getString("name"),
                row.getString("role"),
                row.getString("version"),
                instant(row, "started_at"),
                instant(row, "seen_at"),
                Duration.ofMillis(row.getLong("ahead_millis")),
                row.getInt("in_hand"),
                row.getDouble("sent_a_second"));
    }
}
