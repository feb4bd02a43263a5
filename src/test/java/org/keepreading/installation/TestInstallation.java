package org.keepreading.installation;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation as a process that has just started sees it. */
public final class TestInstallation {
    private TestInstallation() {}

    /** @param name as keepreading.installation has it */
    public static LiveInstallation live(DataSource database, String name, Clock clock) {
        return new LiveInstallation(
                JdbcClient.create(database),
                new DatabasePlace(new JdbcTemplate(database)),
                new InstallationSettings(name),
                clock);
    }
}
