package org.keepreading.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.letter.HarbourMail.DAILY;
import static org.keepreading.letter.HarbourMail.ada;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keepreading.relay.Answer.Accepted;
import org.keepreading.relay.RelayTrouble.Cure;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.ReadMessage;

/** How a connection comes about, and what is said when it does not. */
class RelayServerTest {
    private final FaultyRelay relay = new FaultyRelay();
    private final Message message = DAILY.letter().message(ada());

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void asksForAHostWhereNoneIsSet() {
        assertTrouble(new RelayServer(Optional.empty()), Cure.PERSON)
                .hasMessage(
                        "No relay is set. Put the host of an SMTP server that takes your mail into spring.mail.host.");
    }

    @Test
    void waitsForARelayThatIsDown() {
        relay.die();

        assertTrouble(here(), Cure.TIME).hasMessage("Relay localhost:%d refuses connections.", relay.port());
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 4.3.2 Too many connections, 'is too busy to greet us (421).'",
        "CONNECT, 554 5.7.1 No service for you,   'greets us with a refusal (554): it serves nobody now, or not this machine''s address.'",
        "EHLO,    421 4.3.2 Busy,                 breaks the connection."
    })
    void waitsForARelayThatTurnsUsAwayAndSaysSo(Stage stage, String reply, String sentence) {
        relay.always(stage, Fault.reply(reply));

        assertTrouble(here(), Cure.TIME).hasMessageStartingWith("Relay localhost:" + relay.port() + " " + sentence);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECT", "EHLO", "AUTH"})
    void waitsForARelayThatHangs(Stage stage) {
        relay.requiringLogin("keeper", "secret").always(stage, Fault.hang());

        assertTrouble(
                RelayAt.port(relay.port()).impatient().login("keeper", "secret").relay(), Cure.TIME);
    }

    static Stream<Fault> nonsense() {
        return Stream.of(Fault.drop(), Fault.reset(), Fault.garbage(), Fault.enormous());
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void waitsForARelayThatGoesWrong(Fault fault) {
        for (var stage : new Stage[] {Stage.CONNECT, Stage.EHLO, Stage.AUTH}) {
            relay.heal().requiringLogin("keeper", "secret").always(stage, fault);

            assertTrouble(
                    RelayAt.port(relay.port())
                            .impatient()
                            .login("keeper", "secret")
                            .relay(),
                    Cure.TIME);
        }
    }

    @Test
    void saysThatAnotherKindOfServerIsNoRelay() {
        relay.always(Stage.CONNECT, Fault.reply("200 Welcome to the news server"));

        assertTrouble(here(), Cure.TIME)
                .hasMessage(
                        "Relay localhost:%d does not greet as an SMTP server does. Check spring.mail.host and spring.mail.port.",
                        relay.port());
    }

    @Test
    void greetsAnOldRelayAsItLikes() throws Exception {
        relay.when(Stage.EHLO, line -> line.startsWith("EHLO"), Fault.reply("502 5.5.1 What is EHLO?"));

        assertDelivers(RelayAt.port(relay.port()));
    }

    @Test
    void logsIn() throws Exception {
        relay.requiringLogin("keeper", "secret");

        assertDelivers(RelayAt.port(relay.port()).login("keeper", "secret"));
    }

    @Test
    void needsAPersonWhereTheLoginIsRefused() {
        relay.requiringLogin("keeper", "secret");

        assertTrouble(RelayAt.port(relay.port()).login("keeper", "wrong").relay(), Cure.PERSON)
                .hasMessage(
                        "Relay localhost:%d refuses the login of \"keeper\" (535 5.7.8 Authentication credentials invalid)."
                                + " Correct spring.mail.username and spring.mail.password.",
                        relay.port());
    }

    @Test
    void needsAPersonWhereThereIsNothingToLogInTo() {
        assertTrouble(RelayAt.port(relay.port()).login("keeper", "secret").relay(), Cure.PERSON)
                .hasMessageContaining("(it offers no login)");
    }

    @Test
    void saysThatALoginNeedsStartTlsWhereThatIsOffForARelayOnThisMachine() throws Exception {
        try (var old = new ScriptedRelay(List.of("STARTTLS"))) {
            assertTrouble(RelayAt.port(old.port()).login("keeper", "secret").relay(), Cure.PERSON)
                    .hasMessage(
                            "Relay localhost:%d lets nobody log in before STARTTLS. Set"
                                    + " spring.mail.properties.mail.smtp.starttls.enable=true, which is off for a relay on"
                                    + " this machine; where its certificate is its own, docs/relays.md says how to trust it.",
                            old.port());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "530 5.7.0 Must issue a STARTTLS command first, starttls.enable=true",
        "530 5.7.0 Authentication required,             Set spring.mail.username and spring.mail.password."
    })
    void needsAPersonWhereMailIsNotTakenBeforeSomethingElse(String reply, String cure) throws Exception {
        relay.always(Stage.MAIL, Fault.reply(reply));

        try (var connection = RelayAt.port(relay.port()).open()) {
            assertThatThrownBy(() -> connection.send(message))
                    .isInstanceOfSatisfying(
                            RelayTrouble.class,
                            trouble -> assertThat(trouble.cure()).isEqualTo(Cure.PERSON))
                    .hasMessageContaining("takes no mail yet (" + reply + "). ")
                    .hasMessageContaining(cure);
        }
    }

    @Test
    @Timeout(60) // else it would wait for as long as for a reply to mail
    void waitsNotAsLongForALoginAsForMailAndSaysSo() {
        relay.requiringLogin("keeper", "secret").always(Stage.AUTH, Fault.hang());

        assertTrouble(
                        RelayAt.port(relay.port())
                                .with("timeout", "300000")
                                .with("logintimeout", "1000")
                                .login("keeper", "secret")
                                .relay(),
                        Cure.TIME)
                .hasMessage(
                        "Relay localhost:%d does not answer the login of \"keeper\": nothing came within 1 s. What checks"
                                + " its passwords may be down.",
                        relay.port());
    }

    @Test
    void waitsForMailAsLongAsEverOnceItIsLoggedIn() throws Exception {
        relay.requiringLogin("keeper", "secret")
                .always(
                        Stage.MAIL,
                        Fault.meanwhile(() ->
                                LockSupport.parkNanos(Duration.ofMillis(2_200).toNanos())));

        assertDelivers(RelayAt.port(relay.port()).with("logintimeout", "2000").login("keeper", "secret"));
    }

    @Test
    void waitsForALoginThatCanNotBeCheckedNow() {
        relay.requiringLogin("keeper", "secret").always(Stage.AUTH, Fault.reply("454 4.7.0 Temporary failure"));

        assertTrouble(RelayAt.port(relay.port()).login("keeper", "secret").relay(), Cure.TIME);
    }

    @Test
    void encryptsWhatItSendsByStartTls() throws Exception {
        var certificate = TestCertificate.forLocalhost();
        relay.withStartTls(certificate.context()).requiringLogin("keeper", "secret");

        assertDelivers(
                RelayAt.port(relay.port()).trusting(certificate).startTls().login("keeper", "secret"));
    }

    @Test
    void encryptsWhatItSendsFromTheFirstByte() throws Exception {
        var certificate = TestCertificate.forLocalhost();
        relay.withImplicitTls(certificate.context()).requiringLogin("keeper", "secret");

        assertDelivers(RelayAt.port(relay.port())
                .trusting(certificate)
                .with("ssl.enable", "true")
                .login("keeper", "secret"));
    }

    @Test
    void doesNotSayThePasswordWhereStartTlsWasStripped() {
        relay.requiringLogin("keeper", "secret");

        assertTrouble(
                        RelayAt.port(relay.port())
                                .startTls()
                                .login("keeper", "secret")
                                .relay(),
                        Cure.PERSON)
                .hasMessageContaining("offers no STARTTLS");
        assertThat(relay.reached(Stage.AUTH)).isZero();
    }

    static Stream<TestCertificate> wrongCertificates() {
        return Stream.of(TestCertificate.forAnotherHost(), TestCertificate.expired());
    }

    @ParameterizedTest
    @MethodSource("wrongCertificates")
    void needsAPersonWhereTheCertificateIsWrong(TestCertificate certificate) throws Exception {
        relay.withStartTls(certificate.context()).requiringLogin("keeper", "secret");

        assertTrouble(
                        RelayAt.port(relay.port())
                                .trusting(certificate)
                                .startTls()
                                .login("keeper", "secret")
                                .relay(),
                        Cure.PERSON)
                .hasMessageContaining("shows a certificate that we can't trust");
        assertThat(relay.reached(Stage.AUTH)).isZero();
    }

    @Test
    void trustsACertificateUnseenOnlyWhereTheSettingsSaySo() throws Exception {
        var certificate = TestCertificate.forLocalhost();
        relay.withStartTls(certificate.context());

        assertTrouble(RelayAt.port(relay.port()).startTls().relay(), Cure.PERSON);
        assertTrouble(
                RelayAt.port(relay.port())
                        .startTls()
                        .with("ssl.trust", "mail.example.org")
                        .relay(),
                Cure.PERSON);
        assertDelivers(RelayAt.port(relay.port()).startTls().with("ssl.trust", "mail.example.org localhost"));
    }

    @Test
    void waitsForARelayThatDropsTheHandshake() throws Exception {
        relay.withStartTls(TestCertificate.forLocalhost().context()).always(Stage.STARTTLS, Fault.garbage());

        assertTrouble(RelayAt.port(relay.port()).startTls().relay(), Cure.TIME);
    }

    @Test
    void waitsForARelayThatHangsInTheMiddleOfStartTls() throws Exception {
        var certificate = TestCertificate.forLocalhost();
        relay.withStartTls(certificate.context()).always(Stage.STARTTLS, Fault.reply("220 Go ahead"));

        assertTrouble(RelayAt.port(relay.port()).impatient().startTls().relay(), Cure.TIME);
    }

    @Test
    void freesThePortOfAConnectionThatCameToNothing() throws Exception {
        try (var listener = new ServerSocket(0)) {
            var open = RelayAt.port(listener.getLocalPort()).impatient().relay();

            assertTrouble(open, Cure.TIME);

            try (var socket = listener.accept()) {
                socket.setSoTimeout(30_000);
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    private void assertDelivers(RelayAt settings) throws RelayTrouble {
        try (var connection = settings.open()) {
            assertThat(connection.send(message)).isInstanceOf(Accepted.class);
        }
        assertThat(relay.taken())
                .extracting(FaultyRelay.Mail::text)
                .containsExactly(ReadMessage.of(message).raw());
    }

    private RelayServer here() {
        return RelayAt.port(relay.port()).relay();
    }

    private static AbstractThrowableAssert<?, ?> assertTrouble(RelayServer relay, Cure cure) {
        return assertThatThrownBy(relay::open)
                .isInstanceOfSatisfying(
                        RelayTrouble.class,
                        trouble -> assertThat(trouble.cure())
                                .as(trouble.getMessage())
                                .isEqualTo(cure));
    }
}
