package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.KeepReading;

/** What other users of the machine can read of an installation: nothing. */
class PrivacyTest {
    private static final String OWNERS = "rw-------";

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void theFolderOfTheData() {
        data = folder.resolve("data");
    }

    @Test
    void whatAnInstallationMakesItsOwnerAloneCanRead() throws IOException {
        var rights = installation().withOrBegin(app -> {
            app.liveInstallation().doubt();
            return rights();
        });

        assertThat(rights)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "data", "rwx------",
                        "keepreading.mv.db", OWNERS,
                        "keepreading.lock.db", OWNERS,
                        "keepreading.password", OWNERS,
                        "keepreading.live", OWNERS));
    }

    @Test
    void doctorFindsWhatIsOpenToOthersAndTheNextCommandMendsIt() throws IOException {
        run("sources", "add", "city", "https://harbour.example/rss.xml");
        open(data, "rwxr-xr-x");
        open(data.resolve("keepreading.mv.db"), "rw-r--r--");
        open(data.resolve("keepreading.password"), "rw-r-----");

        assertThat(run("doctor").out())
                .contains("problem  Rights on " + data + ": Other users of this machine can get at " + data + ", ")
                .contains(data.resolve("keepreading.mv.db").toString())
                .contains(data.resolve("keepreading.password").toString())
                .contains("chmod -R go= " + data);
        assertThat(run("sources", "list").err())
                .isEqualTo("Others on this machine could read " + data + ": now only its owner can.\n");
        assertThat(rights()).containsEntry("data", "rwx------").containsEntry("keepreading.mv.db", OWNERS);
        assertThat(run("sources", "list").err()).isEmpty();
        assertThat(run("doctor").out()).contains("ok       Rights on " + data + ": ");
    }

    @Test
    void doctorWarnsOfSettingsWithAPasswordThatEverybodyCanRead() throws IOException {
        var settings = Files.createDirectories(folder.resolve("config")).resolve("application.properties");
        Files.writeString(settings, "spring.mail.host=localhost\nspring.mail.password=tide\n");
        var warning = "warning  Rights on " + settings;

        open(folder, "rwx--x--x");
        open(settings, "rw-r--r--");
        assertThat(run("doctor").out()).contains(warning);
        open(settings, "rw-r-----");
        assertThat(run("doctor").out()).doesNotContain(warning);
    }

    @Test
    void aDatabaseInAFolderOfOthersIsClosedAndTheFolderLeftAlone() throws IOException {
        open(folder, "rwxr-xr-x");
        var ours = folder.resolve("trial.mv.db");
        var theirs = folder.resolve("trials");
        Files.writeString(theirs, "not ours");
        open(theirs, "rw-r--r--");
        var elsewhere = "spring.datasource.url=jdbc:h2:" + folder.resolve("trial");
        run(List.of(elsewhere), "sources", "add", "city", "https://harbour.example/rss.xml");
        open(ours, "rw-r--r--");

        run(List.of(elsewhere), "sources", "list");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours)))
                .isEqualTo(OWNERS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(theirs)))
                .isEqualTo("rw-r--r--");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void aWrongPasswordIsToldAsASentence() throws IOException {
        run("sources", "add", "city", "https://harbour.example/rss.xml");
        Files.writeString(data.resolve("keepreading.password"), "of another");

        var ran = run("sources", "list");

        assertThat(data.resolve("keepreading.trace.db")).doesNotExist();
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("The database does not take the password")
                .doesNotContain("\tat ");
    }

    @Test
    void aPasswordInTheSettingsWinsAndNoFileIsMade() {
        var set = List.of("spring.datasource.password=tide");

        run(set, "sources", "add", "city", "https://harbour.example/rss.xml");

        assertThat(data.resolve("keepreading.password")).doesNotExist();
        assertThat(run(set, "sources", "list").out()).contains("city");
        assertThat(run("sources", "list").err()).startsWith("The database " + data.resolve("keepreading.mv.db"));
    }

    private Installation installation() {
        return new Installation(
                KeepReading.class,
                List.of(),
                new HomeOption(Map.of("KEEPREADING_HOME", folder.toString())),
                words -> {});
    }

    private Shell.Ran run(String... words) {
        return run(List.of("keepreading.doctor.patience=100ms"), words);
    }

    private Shell.Ran run(List<String> settings, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var status = new CommandLineEdge(
                        KeepReading.class, settings, new PrintWriter(out, true), new PrintWriter(err, true))
                .run(Stream.concat(Stream.of(words), Stream.of("--home", folder.toString()))
                        .toArray(String[]::new));
        return new Shell.Ran(status, out.toString(), err.toString());
    }

    private static void open(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    private Map<String, String> rights() throws IOException {
        var rights = new TreeMap<String, String>();
        try (var all = Files.walk(data)) {
            for (var path : all.toList()) {
                rights.put(
                        path.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
        return rights;
    }
}
