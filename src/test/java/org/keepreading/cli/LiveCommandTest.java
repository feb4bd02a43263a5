package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keepreading.cli.Shell.Ran;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.ReadLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which installation sends, asked and confirmed by command. */
class LiveCommandTest {
    private final Shell shell = new Shell();

    @Test
    void saysThatANewInstallationSends() {
        var live = shell.run("live");

        assertThat(live.status()).isZero();
        assertThat(live.out()).isEqualTo("This installation is the live one: it sends.\n");
    }

    @Test
    void saysThatACopySendsNothingUntilSomebodyConfirms() {
        shell.run("live");
        isCopied();

        var live = shell.run("live");
        Ran sent;
        try (var log = ReadLog.ofAll()) {
            sent = shell.run("send", "daily", "--yes");
            assertThat(log.lines()).as("it is said once").noneMatch(line -> line.contains("Nothing is sent."));
        }
        var preflight = shell.run("preflight", "daily");
        var confirmed = shell.run("live", "--confirm");

        assertThat(live.status()).isEqualTo(1);
        assertThat(live.out())
                .startsWith("Nothing is sent. The database is a copy, was restored from a backup or moved");
        assertThat(sent.status()).isEqualTo(1);
        assertThat(sent.err()).startsWith("Nothing is sent. The database is a copy");
        assertThat(preflight.out()).contains("- The database is a copy");
        assertThat(confirmed.status()).isZero();
        assertThat(shell.run("live").status()).isZero();
    }

    private void isCopied() {
        try (var app = shell.installation().open().context()) {
            app.getBean(Newsletters.class).apply(Harbour.daily());
            app.getBean(JdbcClient.class)
                    .sql("update installation set place = 'inode 1'")
                    .update();
        }
    }
}
