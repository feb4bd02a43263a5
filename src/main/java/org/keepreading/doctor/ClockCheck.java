package org.keepreading.doctor;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether this machine's clock and the database's agree. */
@Component
class ClockCheck implements Check {
    private static final Duration MUCH = Duration.ofSeconds(5);
    private final JdbcClient jdbc;
    private final Clock machine;

    @Autowired
    ClockCheck(JdbcClient jdbc) {
        this(jdbc, Clock.systemUTC()); // not the injected one, which goes by the database
    }

    ClockCheck(JdbcClient jdbc, Clock machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    @Override
    public List<Finding> findings() {
        return List.of(finding("Clock", machine.instant(), "the database's", databaseTime()));
    }

    /** @param whose whose clock it is compared with, such as "the database's" */
    static Finding finding(String subject, Instant ours, String whose, Instant theirs) {
        var off = Duration.between(theirs, ours).truncatedTo(SECONDS);
        if (off.abs().compareTo(MUCH) <= 0) {
            return Finding.ok(subject, "It agrees with " + whose + ".");
        }
        return Finding.warning(
                subject,
                "This machine's clock is %d s %s %s."
                        .formatted(off.abs().toSeconds(), off.isNegative() ? "behind" : "ahead of", whose),
                "Have both set by NTP: what is dated wrong looks like spam, and logs tell no story.");
    }

    private Instant databaseTime() {
        return jdbc.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
