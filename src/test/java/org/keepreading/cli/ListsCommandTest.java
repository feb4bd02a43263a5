package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.testing.Harbour;

/** {@code lists}: what an admin sees of lists, and how one is renamed and taken away. */
class ListsCommandTest {
    @TempDir
    private Path folder;

    private final Shell shell = new Shell();

    @BeforeEach
    void twoLists() throws IOException {
        var file = Files.writeString(folder.resolve("daily.yaml"), Harbour.DAILY);
        shell.run("newsletters", "apply", file.toString());
        shell.run("subscribers", "add", "ada@example.org", "--list", "trial", "--new-list");
        shell.run("subscribers", "add", "bob@example.org", "--list", "trial");
    }

    @Test
    void areListedWithTheirReadersAndNewsletters() {
        shell.run("subscribers", "unsubscribe", "bob@example.org", "--list", "trial");

        assertThat(shell.run("lists", "list").out()).isEqualTo("""
                daily                The Harbour Daily: 0 active of 0; for daily
                trial                trial: 1 active of 1; no newsletter goes to it
                """);
        assertThat(shell.run("lists", "list", "--json").out())
                .contains("\"key\" : \"trial\"", "\"active\" : 1", "\"newsletters\" : [ \"daily\" ]");
    }

    @Test
    void takeAnotherTitleAndKeepTheirKey() {
        var renamed = shell.run("lists", "rename", "trial", "For a trial");
        var nameless = shell.run("lists", "rename", "trial", " ");
        var mistyped = shell.run("lists", "rename", "trail", "For a trial");

        assertThat(renamed.out()).isEqualTo("List \"trial\" is called \"For a trial\" now; it was \"trial\".\n");
        assertThat(nameless.status()).isEqualTo(1);
        assertThat(mistyped.err()).contains("There is no list \"trail\". Did you mean \"trial\"?");
        assertThat(shell.run("lists", "list").out()).contains("trial                For a trial: 2 active of 2");
    }

    @Test
    void areRemovedWithNobodyLeftOnThem() {
        var unsure = shell.run("lists", "remove", "trial");
        var removed = shell.run("lists", "remove", "trial", "--yes");

        assertThat(unsure.status()).isEqualTo(1);
        assertThat(unsure.err()).startsWith("Nothing was removed: there is no terminal to ask on.");
        assertThat(removed.out()).isEqualTo("List \"trial\" is removed; 2 were on it.\n");
        assertThat(shell.run("lists", "list").out()).doesNotContain("trial");
        assertThat(shell.run("subscribers", "count").out()).startsWith("2: ");
    }

    @Test
    void areNotRemovedWhileANewsletterNamesThem() {
        var removed = shell.run("lists", "remove", "daily", "--yes");

        assertThat(removed.status()).isEqualTo(1);
        assertThat(removed.err()).startsWith("List \"daily\" is named by daily.");
    }
}
