package org.keepreading.doctor;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keepreading.node.DatabaseTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether this machine's clock and the database's agree. */
@Component
class ClockCheck implements Check {
    private static final Duration MUCH = Duration.ofSeconds(5);
    private final DatabaseTime database;
    private final Clock machine;

    @Autowired
    ClockCheck(DatabaseTime database) {
        this(database, Clock.systemUTC()); // not the injected one, which goes by the database
    }

    ClockCheck(DatabaseTime database, Clock machine) {
        this.database = database;
        this.machine = machine;
    }

    @Override
    public List<Finding> findings() {
        return List.of(finding("Clock", machine.instant(), "the database's", database.now()));
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
}
