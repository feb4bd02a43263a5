package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.testing.Harbour;

/** Subscribers brought in, shown, counted, exported and erased by command. */
class SubscribersCommandTest {
    @TempDir
    private Path folder;

    private final Shell shell = new Shell();

    @Test
    void reportsEachRefusedLineAndTakesTheRest() throws IOException {
        var file = file("email,name", "ada@example.org,Ada", "bob@,Bob", "cy@example.org,=1+1");

        var imported = shell.run("subscribers", "import", file, "--list", "daily", "--new-list");
        var again = shell.run("subscribers", "import", file, "--list", "daily", "--json");

        assertThat(imported.status()).isZero();
        assertThat(imported.out()).isEqualTo("""
                line 3: "bob@" is no email address. It should look like "name@example.org".
                List "daily", which is new: 2 new, 0 updated, 0 unchanged, 0 kept unsubscribed, 1 refused.
                """);
        assertThat(again.out()).isEqualTo("""
                        {"refused":[{"line":3,"reason":"\\"bob@\\" is no email address. It should look like \\"name@example.org\\"."}],\
                        "new":0,"updated":0,"unchanged":2,"keptUnsubscribed":0}
                        """);
    }

    @Test
    void failsWhereNothingCouldBeTaken() throws IOException {
        shell.run("subscribers", "add", "ada@example.org", "--list", "daily", "--new-list");

        var hopeless = shell.run("subscribers", "import", file("email", "bob@", "cy"), "--list", "daily");
        var nameless = shell.run("subscribers", "import", file("mail", "ada@example.org"), "--list", "daily");
        var missing = shell.run("subscribers", "import", "nowhere.csv", "--list", "daily");
        var wrong = shell.run("subscribers", "import", "nowhere.csv", "--list", "The Daily");

        assertThat(hopeless.status()).isEqualTo(1);
        assertThat(nameless.status()).isEqualTo(1);
        assertThat(nameless.err()).contains("has no column \"email\", only mail.");
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no file \"nowhere.csv\" that can be read.");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("\"The Daily\" is no list key.");
    }

    @Test
    void exportsWhatItImported() throws IOException {
        shell.run("subscribers", "import", file("email,name", "ada@example.org,Zoë"), "--list", "daily", "--new-list");
        shell.run("subscribers", "add", "bob@example.org", "--list", "weekend", "--new-list", "--name", "=Bob");
        var target = folder.resolve("out.csv");

        var printed = shell.run("subscribers", "export");
        shell.run("subscribers", "export", "--list", "weekend", "--out", target.toString());

        assertThat(printed.out().lines())
                .containsExactly(
                        "email,name,language,zone,sections,status",
                        "ada@example.org,Zoë,,,,active",
                        "bob@example.org,'=Bob,,,,active");
        assertThat(target).content().contains("bob@example.org").doesNotContain("ada@example.org");
    }

    @Test
    void exportsIntoAFileThatItsOwnerAloneCanRead() throws IOException {
        shell.run("subscribers", "add", "ada@example.org", "--list", "daily", "--new-list");
        var fresh = folder.resolve("fresh.csv");
        var before = Files.writeString(folder.resolve("before.csv"), "of last year");
        Files.setPosixFilePermissions(before, PosixFilePermissions.fromString("rw-r--r--"));

        for (var target : List.of(fresh, before)) {
            shell.run("subscribers", "export", "--out", target.toString());
        }
        var nowhere = shell.run("subscribers", "export", "--out", "/dev/null");

        assertThat(List.of(fresh, before)).allSatisfy(file -> {
            assertThat(file).content().contains("ada@example.org").doesNotContain("last year");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        });
        assertThat(nowhere.status()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of("/dev/null"))))
                .isEqualTo("rw-rw-rw-");
    }

    @Test
    void bringsNobodyBackUnlessTheyAskedAgain() {
        shell.run("subscribers", "add", "ada@example.org", "--list", "daily", "--new-list");

        assertThat(shell.run("subscribers", "unsubscribe", "ada@example.org").status())
                .isZero();
        var refused = shell.run("subscribers", "add", "ada@example.org", "--list", "daily");
        var taken = shell.run("subscribers", "add", "ada@example.org", "--list", "daily", "--asked-again");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("stays so. If they asked for it again, add --asked-again.");
        assertThat(taken.status()).isZero();
        assertThat(shell.run("subscribers", "unsubscribe", "nobody@example.org").status())
                .isEqualTo(1);
        assertThat(shell.run("subscribers", "unsubscribe", "ada@example.org", "--list", "nothing")
                        .err())
                .contains("There is no list \"nothing\".");
    }

    @Test
    void erasesForGoodButNotWithoutBeingSure() throws IOException {
        shell.run("subscribers", "add", "ada@example.org", "--list", "daily", "--new-list");

        var unsure = shell.run("subscribers", "erase", "ada@example.org");
        var there = shell.run("subscribers", "export");
        var erased = shell.run("subscribers", "erase", "ada@example.org", "--yes");
        var imported = shell.run("subscribers", "import", file("email", "ada@example.org"), "--list", "daily");

        assertThat(unsure.status()).isEqualTo(1);
        assertThat(unsure.err()).contains("Nobody was erased: there is no terminal to ask on. Add --yes");
        assertThat(there.out()).contains("ada@example.org");
        assertThat(erased.out()).isEqualTo("ada@example.org is erased, and no import brings it back.\n");
        assertThat(imported.out()).contains("1 kept unsubscribed");
        assertThat(shell.run("subscribers", "export").out()).doesNotContain("ada");
    }

    @Test
    void makeNoListByATypo() throws IOException {
        shell.run("subscribers", "add", "ada@example.org", "--list", "daily", "--new-list");

        var imported = shell.run("subscribers", "import", file("email", "bob@example.org"), "--list", "dayly");
        var added = shell.run("subscribers", "add", "bob@example.org", "--list", "weekend");
        var exported = shell.run("subscribers", "export", "--list", "dayly");

        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.err())
                .isEqualTo("There is no list \"dayly\". Did you mean \"daily\"? Add --new-list to make it.\n");
        assertThat(added.err()).contains("There are: daily. Add --new-list to make it.");
        assertThat(exported.status()).isEqualTo(1);
        assertThat(shell.run("lists", "list").out().lines()).hasSize(1);
    }

    @Test
    void refuseSectionsThatThereAreNotUnlessTheyAreMeant() throws IOException {
        shell.run("newsletters", "apply", newsletter());
        var file = file("email,sections", "ada@example.org,city", "bob@example.org,citty", "cy@example.org,gardening");

        var imported = shell.run("subscribers", "import", file, "--list", "daily");
        var meant = shell.run("subscribers", "import", file, "--list", "daily", "--new-sections");

        assertThat(imported.out())
                .contains("line 3: No newsletter and no teaser has a section \"citty\". Did you mean \"city\"?")
                .contains("line 4: No newsletter and no teaser has a section \"gardening\". Add --new-sections")
                .contains("1 new, 0 updated, 0 unchanged, 0 kept unsubscribed, 2 refused.");
        assertThat(meant.out()).contains("2 new, 0 updated, 1 unchanged, 0 kept unsubscribed, 0 refused.");
    }

    @Test
    void showWhatIsKnownOfSomebody() throws IOException {
        shell.run("newsletters", "apply", newsletter());
        shell.run(
                "subscribers",
                "import",
                file("email,name,zone,sections,town", "ada@example.org,Ada,Europe/Lisbon,culture,Porto"),
                "--list",
                "daily");
        shell.run("subscribers", "unsubscribe", "ada@example.org", "--list", "daily");

        var shown = shell.run("subscribers", "show", "ada@example.org");
        var json = shell.run("subscribers", "show", "ada@example.org", "--json");
        var unknown = shell.run("subscribers", "show", "bob@example.org");

        assertThat(shown.out())
                .startsWith("ada@example.org is unsubscribed\n")
                .contains("  name      Ada\n", "  sections  culture\n", "  town      Porto\n")
                .containsPattern("  list      daily, until .* UTC, by an admin\n");
        assertThat(json.out())
                .contains("\"status\" : \"unsubscribed\"", "\"town\" : \"Porto\"", "\"deliveries\" : [ ]");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).isEqualTo("Nobody with the address bob@example.org is known.\n");
    }

    @Test
    void areShownByTheNumberThatTheLogKnowsThemBy() {
        shell.run("subscribers", "add", "ada@example.org", "--list", "daily", "--new-list");
        shell.run("subscribers", "unsubscribe", "ada@example.org");
        var number = shell.told().get(0).replaceAll("\\D", "");

        assertThat(shell.told())
                .containsExactly("Subscriber " + number + " left daily, by a command of " + Person.here());
        assertThat(shell.run("subscribers", "show", number).out()).startsWith("ada@example.org is unsubscribed\n");
        assertThat(shell.run("subscribers", "show", "4711").err()).isEqualTo("Nobody with the number 4711 is known.\n");
    }

    @Test
    void areCountedByStatus() throws IOException {
        shell.run(
                "subscribers",
                "import",
                file("email,status", "ada@example.org,", "bob@example.org,active", "cy@example.org,bounced"),
                "--list",
                "daily",
                "--new-list");

        assertThat(shell.run("subscribers", "count").out())
                .isEqualTo("3: 0 pending, 2 active, 0 paused, 0 unsubscribed, 1 bounced, 0 complained\n");
        assertThat(shell.run("subscribers", "count", "--list", "daily", "--json")
                        .out())
                .contains("\"all\" : 2", "\"active\" : 2", "\"bounced\" : 0");
    }

    private String newsletter() throws IOException {
        return Files.writeString(folder.resolve("daily.yaml"), Harbour.DAILY).toString();
    }

    private String file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("subscribers.csv"), String.join("\n", lines))
                .toString();
    }
}
