package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.KeepReading;
import org.keepreading.home.Home;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.TestDatabase;

/** Where commands find their installation, and which of them make a new one. */
class HomeTest {
    private static final Path PROGRAMS_OWN_SETTINGS = Path.of("application.properties");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newsletters list",
                "newsletters show daily",
                "newsletters export daily",
                "teasers list",
                "teasers export",
                "teasers hide 1",
                "sources list",
                "sources fetch",
                "sources remove city",
                "subscribers export --list daily",
                "subscribers unsubscribe ada@example.org",
                "subscribers erase ada@example.org",
                "preview daily",
                "preflight daily",
                "send daily --yes",
                "editions list",
                "live --confirm",
                "nodes list",
                "keys create harbour.example",
                "doctor",
                "move --to jdbc:postgresql://localhost:1/keepreading"
            })
    void whereNothingIsWhatLooksOrChangesMakesNothingAndSaysWhereItLooked(String command) throws IOException {
        var ran = runAtHome(command.split(" "));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("There is no installation in " + folder + ": neither data (" + database() + ")")
                .contains("--home", "KEEPREADING_HOME", "serve", "sources add")
                .doesNotContain("\tat ");
        assertThat(ran.out()).isEmpty();
        assertThat(children(folder)).isEmpty();
    }

    @Test
    void whatBringsSomethingInBeginsANewOneAndSaysSoOnce() {
        var first = runAtHome("sources", "add", "city", "https://harbour.example/rss.xml");
        var second = runAtHome("sources", "list");
        var beforeTheCommand = run("--home", folder.toString(), "sources", "list");

        assertThat(first.err()).isEqualTo("A new database begins: " + database() + "\n");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("city");
        assertThat(beforeTheCommand).isEqualTo(second);
    }

    @Test
    void aFileThatIsNotThereBeginsNone() throws IOException {
        var ran = runAtHome("import", "nowhere.xml");

        assertThat(ran.err()).isEqualTo("There is no file \"nowhere.xml\" that can be read.\n");
        assertThat(children(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https://?", "http:/harbour.example", "http://[harbour"})
    void anAddressThatIsNoneBeginsNone(String address) throws IOException {
        var ran = runAtHome("import", address);

        assertThat(ran.err()).startsWith("\"" + address + "\" is no address of a feed. It begins with https://");
        assertThat(children(folder)).isEmpty();
    }

    @Test
    void aFolderThatCantBeMadeBeginsNone() throws IOException {
        write(folder, "application.properties", "spring.datasource.url=jdbc:h2:./config/file/keepreading\n");
        write(folder, "config/file", "no folder");

        var ran = runAtHome("sources", "add", "city", "https://harbour.example/rss.xml");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("can't be made").doesNotContain("A new database begins");
    }

    @Test
    void aSettingThatIsNoneIsRefusedWithItsPlaceBeforeAnythingBegins() throws IOException {
        var file = write(folder, "config/application.properties", "server.port=0\n\nkeepreading.delivery.poool=2s\n");

        var ran = runAtHome("sources", "add", "city", "https://harbour.example/rss.xml");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo(file.toRealPath() + ", line 3: keepreading.delivery.poool is no setting of this program."
                        + " Did you mean keepreading.delivery.poll?\n");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aVariableOfBlanksIsNone() {
        assertThatThrownBy(() -> Home.named(Map.of("KEEPREADING_HOME", "  ")))
                .hasMessage("KEEPREADING_HOME holds blanks alone. Put the installation's folder into it, or unset it.");
    }

    @Test
    void theProgramsOwnSettingsAreNone() throws IOException {
        Files.copy(PROGRAMS_OWN_SETTINGS, folder.resolve("application.properties"));

        assertThat(runAtHome("newsletters", "list").err()).startsWith("There is no installation in ");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void settingsWithoutDataAreAnInstallation() throws IOException {
        Files.writeString(
                folder.resolve("application.properties"),
                Files.readString(PROGRAMS_OWN_SETTINGS)
                        .replace("spring.mail.host=", "spring.mail.host=mail.harbour.example"));

        var ran = runAtHome("newsletters", "list");

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEqualTo("A new database begins: " + database() + "\n");
    }

    @Test
    void settingsInConfigWinAndTheirPathsBeginAtHomeWhileThoseOfTheCommandLineDoNot() throws IOException {
        var home = folder.resolve("100%41 *, of Porto");
        write(home, "application.properties", "spring.datasource.url=jdbc:h2:./beside\n");
        write(
                home,
                "config/application.properties",
                "spring.datasource.url=jdbc:h2:async:./mine/db\nkeepreading.edition.templates=own\n");
        write(home, "own/quay/html.ftlh", "<p>The quay's own</p>");
        write(home, "own/quay/text.ftl", "The quay's own");
        write(home, "own/quay/subject.ftl", "The quay's own");
        var newsletter = write(home, "daily.yaml", Harbour.DAILY.replace("template: digest", "template: quay"));

        var applied = run("newsletters", "apply", relative(newsletter), "--home", home.toString());

        assertThat(applied.status()).as(applied.err()).isZero();
        assertThat(home.resolve("mine/db.mv.db")).exists();
        assertThat(home.resolve("beside.mv.db")).doesNotExist();
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void withADatabaseElsewhereNothingIsMadeAtHome() throws IOException {
        write(
                folder,
                "config/application.properties",
                "spring.datasource.url=" + TestDatabase.POSTGRESQL.freshUrl()
                        + "\nspring.datasource.username=postgres\n");

        var ran = runAtHome("newsletters", "list");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void isTheWorkingFolderUnlessTheEnvironmentNamesAnother() {
        assertThat(Home.named(Map.of()).folder()).isEqualTo(Path.of("").toAbsolutePath());
        assertThat(Home.named(Map.of("KEEPREADING_HOME", "")).folder())
                .isEqualTo(Path.of("").toAbsolutePath());
        assertThat(Home.named(Map.of("KEEPREADING_HOME", folder.toString())).folder())
                .isEqualTo(folder);
    }

    @Test
    void isNoFile() throws IOException {
        var file = write(folder, "home", "");

        var ran = run("newsletters", "list", "--home", file.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("The home " + file + " is a file. Name a folder.\n");
    }

    private Shell.Ran runAtHome(String... words) {
        return run(Stream.concat(Stream.of(words), Stream.of("--home", folder.toString()))
                .toArray(String[]::new));
    }

    private static Shell.Ran run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var status = new CommandLineEdge(
                        KeepReading.class, List.of(), new PrintWriter(out, true), new PrintWriter(err, true))
                .run(words);
        return new Shell.Ran(status, out.toString(), err.toString());
    }

    private Path database() {
        return folder.resolve("data/keepreading.mv.db");
    }

    private static String relative(Path file) {
        return Path.of("").toAbsolutePath().relativize(file).toString();
    }

    private static Path write(Path folder, String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.toList();
        }
    }
}
