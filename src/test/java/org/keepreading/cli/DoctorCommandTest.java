package org.keepreading.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.KeepReading;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.NameServer;

/** What {@code doctor} says of an installation that is well, and of one that is not. */
class DoctorCommandTest {
    private final NameServer dns = new NameServer();
    private final FaultyRelay relay = new FaultyRelay();
    private final Shell shell = new Shell(
            "keepreading.doctor.name-server=" + dns.address(),
            "keepreading.doctor.patience=500ms",
            "keepreading.public-url=http://localhost:1",
            "spring.mail.host=localhost",
            "spring.mail.port=" + relay.port());

    @BeforeEach
    void aNewsletter(@TempDir Path folder) throws IOException {
        shell.run(
                "newsletters",
                "apply",
                Files.writeString(folder.resolve("daily.yaml"), Harbour.DAILY).toString());
    }

    @AfterEach
    void close() {
        dns.close();
        relay.close();
    }

    @Test
    void saysWhatIsMissingAndHowToPutItRight() {
        var ran = shell.run("doctor");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "ok       Database: H2 ",
                        "ok       Relay: localhost:" + relay.port() + " lets us in, without encryption",
                        "problem  Public address: http://localhost:1 can't be reached: nobody answers there.\n",
                        "problem  SPF of harbour.example: The DNS has no such record",
                        "         harbour.example. IN TXT \"v=spf1 include:YOUR-RELAY ~all\"\n",
                        "warning  DKIM of harbour.example: No key signs what it sends",
                        "problem  DMARC of harbour.example: The DNS has no such record",
                        "problem  MX of harbour.example: It takes no mail");
        assertThat(relay.taken()).isEmpty();
    }

    @Test
    void findsTheRecordsThatArePublished() {
        shell.run("keys", "create", "harbour.example", "--selector", "spring")
                .out()
                .lines()
                .filter(line -> line.contains(" IN TXT "))
                .forEach(dns::knows);
        shell.run("keys", "use", "harbour.example", "spring");
        dns.knows(
                "harbour.example. IN TXT \"v=spf1 include:_spf.example.org ~all\"",
                "_spf.example.org. IN TXT \"v=spf1 ip4:192.0.2.0/24 -all\"",
                "harbour.example. IN MX 10 mx.harbour.example.",
                "_dmarc.harbour.example. IN TXT \"v=DMARC1; p=none\"");

        assertThat(shell.run("doctor").out())
                .contains(
                        "ok       SPF of harbour.example: ",
                        "ok       DKIM spring._domainkey.harbour.example: The DNS has our key.\n",
                        "ok       DKIM spring-ed25519._domainkey.harbour.example: The DNS has our key.\n",
                        "ok       DMARC of harbour.example: ",
                        "ok       MX of harbour.example: Its mail goes to mx.harbour.example.\n");

        dns.forgets("spring._domainkey.harbour.example")
                .knows("spring._domainkey.harbour.example. IN TXT \"v=DKIM1; k=rsa; p=MIIB\"");
        assertThat(shell.run("doctor", "--json").out())
                .contains("\"sentence\" : \"The DNS has another key than ours.\"", "\"grade\" : \"ok\"");
    }

    @Test
    void looksWhetherTheRelaysAddressHasAName() {
        dns.knows("localhost. IN A 127.0.0.1");
        assertThat(shell.run("doctor").out())
                .contains("warning  Name of the relay's address 127.0.0.1: It has no name (PTR) that leads back to it");

        dns.knows("1.0.0.127.in-addr.arpa. IN PTR localhost.");

        assertThat(shell.run("doctor").out())
                .contains("ok       Name of the relay's address 127.0.0.1: It is localhost., which leads back.\n");
    }

    @Test
    void goesOnWhenNoNameServerAnswers() {
        dns.fallsSilent();

        assertThat(shell.run("doctor").out())
                .contains(
                        "warning  SPF of harbour.example: harbour.example could not be looked up: the DNS gave no answer.",
                        "warning  DMARC of harbour.example: _dmarc.harbour.example could not be looked up");
    }

    @Test
    void saysSoWhenThereIsNoDatabase() {
        var out = new StringWriter();
        var nowhere = List.of("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/keepreading");

        var status = new CommandLineEdge(
                        KeepReading.class, nowhere, new PrintWriter(out), new PrintWriter(new StringWriter()))
                .run("doctor");

        assertThat(status).isEqualTo(1);
        assertThat(out.toString()).startsWith("problem  Start: The program can't start: Connection refused.");
    }
}
