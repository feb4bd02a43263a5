package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscribersCommandTest {
    @TempDir
    private Path folder;

    private final Shell shell = new Shell();

    @Test
    void reportsEachRefusedLineAndTakesTheRest() throws IOException {
        var file = file("email,name", "ada@example.org,Ada", "bob@,Bob", "cy@example.org,=1+1");

        var imported = shell.run("subscribers", "import", file, "--list", "daily");
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
        shell.run("subscribers", "import", file("email,name", "ada@example.org,Zoë"), "--list", "daily");
        shell.run("subscribers", "add", "bob@example.org", "--list", "weekend", "--name", "=Bob");
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
    void bringsNobodyBackUnlessTheyAskedAgain() {
        shell.run("subscribers", "add", "ada@example.org", "--list", "daily");

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
    void erasesForGood() throws IOException {
        shell.run("subscribers", "add", "ada@example.org", "--list", "daily");

        var erased = shell.run("subscribers", "erase", "ada@example.org");
        var imported = shell.run("subscribers", "import", file("email", "ada@example.org"), "--list", "daily");

        assertThat(erased.out()).isEqualTo("ada@example.org is erased, and no import brings it back.\n");
        assertThat(imported.out()).contains("1 kept unsubscribed");
        assertThat(shell.run("subscribers", "export").out()).doesNotContain("ada");
    }

    private String file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("subscribers.csv"), String.join("\n", lines))
                .toString();
    }
}
