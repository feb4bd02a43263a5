package org.keepreading.installation;

import static java.time.ZoneOffset.UTC;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this database is the one that sends, and not a copy or a backup of it: two of them would mail everybody twice.
 * In doubt sending waits until a person says so. See docs/decisions/0009.
 */
@Component
public class LiveInstallation {
    private static final String WHAT_TO_DO =
            "Two that send would mail everybody twice. If this one is to send, see that no"
                    + " other does, look with \"editions list\" at what it has left to send, cancel what went out already, and run"
                    + " \"live --confirm\".";

    private static final Duration BETWEEN_SIGNS = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final DatabasePlace place;
    private final InstallationSettings settings;
    private final Clock clock;
    private @Nullable Instant signedAt;
    private @Nullable String doubt;

    LiveInstallation(JdbcClient jdbc, DatabasePlace place, InstallationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.place = place;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Why sending waits, and what to do; empty: this is the one. Asked before each claim: it looks again once a minute, gives
     * a sign of life then, and while in doubt looks each time.
     */
    public synchronized Optional<String> doubt() {
        var now = clock.instant();
        if (signedAt == null || !now.isBefore(signedAt.plus(BETWEEN_SIGNS))) {
            look(now);
        }
        return Optional.ofNullable(doubt);
    }

    /** @throws NotLive where sending waits: to be asked before anything is done for a send */
    public void check() {
        doubt().ifPresent(words -> {
            throw new NotLive("Nothing is sent. " + words);
        });
    }

    /** This is the one that sends from now on: somebody said so. */
    public synchronized void confirm() {
        var sign = Math.max(seen(), known().sign());
        jdbc.sql("update installation set place = :place, name = :name, sign = :sign")
                .param("place", placed(sign))
                .param("name", settings.installation())
                .param("sign", sign)
                .update();
        look(clock.instant());
    }

    /** The file's sign before the row's: it is never newer than the database's, unless the database is an old one. */
    private void look(Instant now) {
        known();
        var seen = seen();
        var row = known();
        var here = place.name();
        doubt = doubt(row, here, seen);
        if (doubt == null) {
            sign(here, now);
        }
    }

    private @Nullable String doubt(Row row, String here, long seen) {
        if (!row.name().equals(settings.installation())) {
            return "The database belongs to the installation \"%s\", and keepreading.installation calls this one \"%s\". %s"
                    .formatted(row.name(), settings.installation(), WHAT_TO_DO);
        }
        if (!row.place().equals(here)) {
            return "The database is a copy, was restored from a backup or moved: it is not where it last gave a sign of life, %s on %s. %s"
                    .formatted(row.signed(), row.signedBy(), WHAT_TO_DO);
        }
        return seen > row.sign()
                ? "The database was restored from a backup: its last sign of life is of %s, and this machine has seen a newer one. %s"
                        .formatted(row.signed(), WHAT_TO_DO)
                : null;
    }

    private void sign(String here, Instant now) {
        jdbc.sql("""
                        update installation set sign = sign + 1, signed_at = :now, signed_by = :machine
                        where place = :place""")
                .param("now", now.atOffset(UTC))
                .param("machine", machine())
                .param("place", here)
                .update();
        place.marker().ifPresent(marker -> marker.write(known().sign()));
        signedAt = now;
    }

    private long seen() {
        return place.marker().map(LiveMarker::sign).orElse(0L);
    }

    private Row known() {
        return row().orElseGet(this::first);
    }

    /** A new database, or one of a version that did not ask: it is where it belongs. */
    private Row first() {
        try {
            jdbc.sql("""
                            insert into installation (only_row, name, place, sign, signed_at, signed_by)
                            values (1, :name, :place, 0, :now, :machine)""")
                    .param("name", settings.installation())
                    .param("place", placed(0))
                    .param("now", clock.instant().atOffset(UTC))
                    .param("machine", machine())
                    .update();
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            // its row is as good
        }
        return row().orElseThrow();
    }

    /** Where it is from now on: with a marker, if there can be one. */
    private String placed(long sign) {
        place.marker().ifPresent(marker -> marker.write(sign));
        return place.name();
    }

    private Optional<Row> row() {
        return jdbc.sql("select name, place, sign, signed_at, signed_by from installation")
                .query(Row.class)
                .optional();
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }

    private record Row(String name, String place, long sign, OffsetDateTime signedAt, String signedBy) {

        String signed() {
            return signedAt.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }
}
