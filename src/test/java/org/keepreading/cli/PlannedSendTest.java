package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.cli.Shell.Ran;
import org.keepreading.node.Heartbeat;

/** What {@code send --at} says and does where its time is to come; nobody is mailed in this test. */
class PlannedSendTest {
    private final String day =
            LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(2).toString();

    @TempDir
    private Path folder;

    private final Shell shell = new Shell("keepreading.node.name=press");

    @Test
    void isAskedListedRepeatedAndTakenBack() throws IOException {
        applyTheDaily();
        var slot = day + "T09:30";

        var asked = shell.run("send", "daily", "--at", slot);
        assertThat(asked.status()).isEqualTo(1);
        assertThat(asked.err())
                .contains("\"Tokyo Daily\" for " + day + " 09:30 JST: no stories to 0 subscribers on daily,"
                        + " as things stand: it is picked then.")
                .contains("Add --yes");
        assertThat(run("editions", "list")).isEmpty();

        assertThat(run("send", "daily", "--at", slot, "--yes"))
                .startsWith("\"Tokyo Daily\" for " + day + " 09:30 JST is planned as edition 1: it is picked and sent"
                        + " then. \"editions cancel 1\" takes it back. That is in ")
                .endsWith("and no server runs: start one with \"serve\", or nothing is sent.\n");
        assertThat(whileAServerRuns("send", "daily", "--at", day + " 09:30").out())
                .as("the same slot again")
                .contains("is planned as edition 1:")
                .endsWith("and the server \"press\" does it.\n");
        assertThat(run("editions", "list"))
                .matches("(?s) +1 daily +" + day + " 09:30 JST +planned, in \\d\\d h \\d+ min\n|.*in \\d days\n");
        assertThat(run("editions", "list", "--json"))
                .contains("\"status\" : \"planned\"", "\"slot\" : \"" + day + "T00:30:00Z\"");
        assertThat(run("editions", "show", "1")).contains(", by plan: planned\n");

        assertThat(run("editions", "cancel", "1"))
                .isEqualTo("Edition 1 of daily, planned for " + day
                        + " 09:30 JST, is taken back: nothing of it was sent.\n");
        assertThat(run("editions", "list")).isEmpty();
        assertThat(run("send", "daily", "--at", day + "T07:00", "--yes"))
                .contains("The schedule has this slot as well: it is one edition.");
        assertThat(run("editions", "cancel", "daily"))
                .contains("The schedule has this slot as well: it is sent then all the same.");
    }

    @Test
    void isRefusedMoreThanAYearAheadInItsOwnZone() throws IOException {
        applyTheDaily();

        var ran = shell.run("send", "daily", "--at", "2099-03-02T07:00", "--yes");

        assertThat(ran.err())
                .isEqualTo("2099-03-02 07:00 JST is more than a year ahead. Give a slot of the next twelve months.\n");
    }

    @Test
    void isTakenBackWithItsNewsletterAndOutlivesThePauseOfItsSchedule() throws IOException {
        applyTheDaily();
        run("send", "daily", "--at", day + "T09:30", "--yes");

        assertThat(run("newsletters", "pause", "daily"))
                .endsWith(" What is planned by hand goes all the same: edition 1 for " + day
                        + " 09:30 JST. \"editions cancel 1\" takes it back.\n");
        assertThat(run("newsletters", "remove", "daily", "--yes"))
                .endsWith(" Taken back with it, as planned: edition 1 for " + day + " 09:30 JST.\n");

        applyTheDaily();
        assertThat(run("editions", "list")).isEmpty();
    }

    private void applyTheDaily() throws IOException {
        run("newsletters", "apply", file("""
                key: daily
                title: Tokyo Daily
                zone: Asia/Tokyo
                schedule: "0 0 7 * * ?"
                sender: {name: Harbour, address: daily@harbour.example}
                subject: News
                sections:
                  - {key: city, title: City, teasers: 2}
                lists: [daily]
                postal-address: "1 Quay Street, Porto"
                """));
    }

    private Ran whileAServerRuns(String... words) {
        var ran = new ArrayList<Ran>();
        try (var app = shell.installation().open().context()) {
            app.getBean(Heartbeat.class).during("serve", () -> ran.add(shell.run(words)));
        }
        return ran.get(0);
    }

    private String run(String... words) {
        var ran = shell.run(words);
        assertThat(ran.status()).as(ran.err()).isZero();
        return ran.out();
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("daily.yaml"), content).toString();
    }
}
