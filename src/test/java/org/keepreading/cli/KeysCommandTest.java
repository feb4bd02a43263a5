package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.NameServer;

/** From the first key to the next one, by the commands that an admin types. */
class KeysCommandTest {
    private final NameServer dns = new NameServer();
    private final Shell shell =
            new Shell("keepreading.doctor.name-server=" + dns.address(), "keepreading.doctor.patience=500ms");

    @AfterEach
    void close() {
        dns.close();
    }

    @Test
    void createPrintsTheRecordsToPublish() {
        var created = shell.run("keys", "create", "harbour.example", "--selector", "spring");

        assertThat(created.out().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("spring._domainkey.harbour.example. IN TXT \"v=DKIM1; k=rsa; p="))
                .anyMatch(line ->
                        line.startsWith("spring-ed25519._domainkey.harbour.example. IN TXT \"v=DKIM1; k=ed25519; p="))
                .last()
                .isEqualTo("Then: keys use harbour.example spring");
        assertThat(shell.run("keys", "show", "harbour.example", "spring").out().lines())
                .containsExactlyElementsOf(
                        created.out().lines().skip(1).limit(2).toList());
        assertThat(shell.run("keys", "list").out()).contains("spring", "not used yet");
        assertThat(shell.run("keys", "list", "--json").out())
                .contains("\"name\" : \"spring._domainkey.harbour.example\"")
                .doesNotContain("private");
    }

    @Test
    void useRefusesAKeyThatTheDnsDoesNotHave() {
        shell.run("keys", "create", "harbour.example", "--selector", "spring", "--rsa-only");

        var refused = shell.run("keys", "use", "harbour.example", "spring");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("problem  DKIM spring._domainkey.harbour.example: The DNS has no such record.\n")
                .contains("         spring._domainkey.harbour.example. IN TXT \"v=DKIM1;", "Nothing was changed.");
        assertThat(shell.run("keys", "list").out()).contains("not used yet");
        assertThat(shell.run("keys", "use", "harbour.example", "spring", "--force")
                        .status())
                .isZero();
        assertThat(shell.run("keys", "list").out()).contains("signs since");
    }

    @Test
    void useRefusesAKeyWhenNoNameServerAnswers() {
        shell.run("keys", "create", "harbour.example", "--selector", "spring", "--rsa-only");
        dns.fallsSilent();

        var refused = shell.run("keys", "use", "harbour.example", "spring");

        assertThat(refused.err())
                .contains("spring._domainkey.harbour.example could not be looked up: the DNS gave no answer.");
    }

    @Test
    void oneKeyFollowsTheOtherWithoutAGap() {
        for (var selector : new String[] {"spring", "summer"}) {
            publish(shell.run("keys", "create", "harbour.example", "--selector", selector)
                    .out());
            var used = shell.run("keys", "use", "harbour.example", selector);
            assertThat(used.status()).as(used.err()).isZero();
        }

        assertThat(shell.run("keys", "remove", "harbour.example", "summer").err())
                .startsWith("Key summer signs what harbour.example sends.");
        assertThat(shell.run("keys", "remove", "harbour.example", "spring").err())
                .startsWith("What key spring signed may still be on its way.");
        assertThat(shell.run("keys", "remove", "harbour.example", "spring", "--force")
                        .out())
                .isEqualTo("""
                        Key spring of harbour.example is gone. Delete from the DNS:
                        spring._domainkey.harbour.example
                        spring-ed25519._domainkey.harbour.example
                        """);
        assertThat(shell.run("keys", "list").out()).hasLineCount(1).contains("summer", "signs since");
    }

    @Test
    void stopLeavesTheSigningToTheRelay() {
        shell.run("keys", "create", "harbour.example", "--selector", "spring");
        shell.run("keys", "use", "harbour.example", "spring", "--force");

        shell.run("keys", "stop", "harbour.example");

        assertThat(shell.run("keys", "list").out()).contains("retired");
    }

    @Test
    void preflightWarnsWhereThereIsNone(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("daily.yaml"), Harbour.DAILY);
        shell.run("newsletters", "apply", file.toString());
        assertThat(shell.run("preflight", "daily").out())
                .startsWith("! No key signs what harbour.example sends, which large receivers ask for."
                        + " \"keys create harbour.example\" makes one, unless your relay signs by itself.\n");

        shell.run("keys", "create", "harbour.example", "--selector", "spring");
        assertThat(shell.run("preflight", "daily").out())
                .contains("Key spring waits to be used: publish what \"keys show harbour.example spring\" prints,"
                        + " then say \"keys use harbour.example spring\".\n");
        shell.run("keys", "use", "harbour.example", "spring", "--force");

        assertThat(shell.run("preflight", "daily").out()).doesNotContain("! ");
    }

    @Test
    void refuseWrongUse() {
        assertThat(shell.run("keys", "create", "harbour").status()).isEqualTo(2);
        assertThat(shell.run("keys", "create", "harbour.example", "--selector", "A.B")
                        .err())
                .contains("\"A.B\" is no selector.");
        assertThat(shell.run("keys", "use", "harbour.example", "spring").err())
                .isEqualTo("There is no key spring of harbour.example. \"keys list\" shows those that are.\n");
    }

    private void publish(String created) {
        created.lines().filter(line -> line.contains(" IN TXT ")).forEach(dns::knows);
    }
}
