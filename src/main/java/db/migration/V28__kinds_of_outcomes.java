package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;

/**
 * A delivery keeps its outcome's kind. Until then each reader of it made out the kind from the reply's words: by this rule,
 * for the last time.
 */
public class V28__kinds_of_outcomes extends BaseJavaMigration {
    private static final int AT_ONCE = 5_000;
    private static final Pattern STATUS = Pattern.compile("[0-9]{3}[ -]([245]\\.[0-7])\\.[0-9]{1,3}\\b.*");
    private static final Pattern CODE = Pattern.compile("([245])[0-9]{2}\\b.*");
    private static final Pattern LEFT =
            Pattern.compile("(suppressed|unsubscribed|paused|pending|bounced|complained)\\b.*");

    @Override
    public void migrate(Context context) throws SQLException {
        var database = context.getConnection();
        run(database, "alter table delivery add column kind varchar(16)");
        run(database, "alter table delivery_figure rename column reply_class to kind");
        run(database, "update delivery_figure set kind = 'no-story' where kind = 'no'");
        fill(database);
        run(database, "alter table delivery alter column kind set not null");
    }

    private static void fill(Connection database) throws SQLException {
        try (var page = database.prepareStatement("""
                        select edition_id, subscriber_id, status, reply from delivery
                        where edition_id = ? and subscriber_id > ? or edition_id > ?
                        order by edition_id, subscriber_id fetch first %d rows only""".formatted(AT_ONCE));
                var change = database.prepareStatement(
                        "update delivery set kind = ? where edition_id = ? and subscriber_id = ?")) {
            var last = new Last(0, 0);
            while (last != null) {
                last = fillAfter(last, page, change);
            }
        }
    }

    /** Returns the last of them; {@code null}: there was none. */
    private static @Nullable Last fillAfter(Last last, PreparedStatement page, PreparedStatement change)
            throws SQLException {
        page.setLong(1, last.edition());
        page.setLong(2, last.subscriber());
        page.setLong(3, last.edition());
        Last next = null;
        try (var rows = page.executeQuery()) {
            while (rows.next()) {
                next = new Last(rows.getLong(1), rows.getLong(2));
                change.setString(1, kind(rows.getString(3), rows.getString(4)));
                change.setLong(2, next.edition());
                change.setLong(3, next.subscriber());
                change.addBatch();
            }
        }
        change.executeBatch();
        return next;
    }

    private static String kind(String status, @Nullable String reply) {
        var words = reply == null ? "" : reply;
        var withStatus = STATUS.matcher(words);
        if (withStatus.matches()) {
            return withStatus.group(1);
        }
        var code = CODE.matcher(words);
        return code.matches() ? code.group(1) : unasked(status, words);
    }

    private static String unasked(String status, String words) {
        return switch (status) {
            case "sent" -> "2";
            case "failed" -> "unsendable";
            case "deferred" -> "unanswered";
            default -> skipped(words);
        };
    }

    private static String skipped(String words) {
        var left = LEFT.matcher(words);
        return left.matches() ? left.group(1) : words.startsWith("no story") ? "no-story" : "other";
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private record Last(long edition, long subscriber) {}
}
