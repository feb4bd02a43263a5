package org.keepreading.doctor;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks over the whole installation. */
@Component
public class Doctor {
    private final List<Check> checks;

    Doctor(
            DatabaseCheck database,
            DiskCheck disk,
            FilesCheck files,
            ClockCheck clock,
            RelayCheck relay,
            PublicUrlCheck publicUrl,
            SenderCheck senders) {
        checks = List.of(database, disk, files, clock, relay, publicUrl, senders);
    }

    public Stream<Finding> findings() {
        return checks.stream().flatMap(check -> check.findings().stream());
    }
}
