package org.keepreading.publishing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * H2's file, which grows by some 40 KB with each commit until it is compacted. H2's own thread does that, and
 * {@code WRITE_DELAY=0}, without which commits are not durable, ends that thread.
 */
@Component
class H2File {
    private static final Logger log = LoggerFactory.getLogger(H2File.class);
    /** Commits wait for a piece: some seconds with the first of a file that has grown by gigabytes. */
    private static final int PIECE_MILLIS = 500;

    private static final int MOST_PIECES = 120;
    private static final int IDLE_PIECES = 3;
    private static final int MEGABYTE = 1_000_000;
    private final DataSource source;
    private long compacted;

    H2File(DataSource source) {
        this.source = source;
    }

    /** Makes it as small as what is in it, where it has grown; does nothing where this process has no such file open. */
    void compact() throws SQLException {
        try (var connection = source.getConnection()) {
            var store = store(connection);
            if (store.isPresent() && size(store.get()) > compacted + compacted / 2) {
                compact(store.get());
            }
        }
    }

    private void compact(MVStore store) {
        var before = size(store);
        var smallest = before;
        for (int piece = 0, idle = 0; piece < MOST_PIECES && idle < IDLE_PIECES; piece++) {
            store.compactFile(PIECE_MILLIS);
            idle = size(store) < smallest ? 0 : idle + 1;
            smallest = Math.min(smallest, size(store));
        }
        compacted = size(store);
        log.info("The database file was compacted from {} to {} MB.", before / MEGABYTE, compacted / MEGABYTE);
    }

    /** Empty: another database, one in memory, or one that another process has open. */
    private static Optional<MVStore> store(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                        && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                ? Optional.of(session.getDatabase().getStore().getMvStore())
                        .filter(store -> store.getFileStore() != null)
                : Optional.empty();
    }

    private static long size(MVStore store) {
        return store.getFileStore().size();
    }
}
