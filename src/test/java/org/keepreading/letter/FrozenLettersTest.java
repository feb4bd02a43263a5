package org.keepreading.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;
import static org.keepreading.testing.Harbour.CITY;
import static org.keepreading.testing.Harbour.CULTURE;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keepreading.KeepReading;
import org.keepreading.address.EmailAddress;
import org.keepreading.delivery.Audiences;
import org.keepreading.delivery.DeliveryNewsroom;
import org.keepreading.delivery.Progress;
import org.keepreading.delivery.Senders;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Choice;
import org.keepreading.edition.Edition;
import org.keepreading.edition.Edition.Lead;
import org.keepreading.edition.Edition.SetSection;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Revision;
import org.keepreading.edition.Selection;
import org.keepreading.edition.Templates;
import org.keepreading.edition.Variants;
import org.keepreading.relay.NotTaken;
import org.keepreading.relay.Relays;
import org.keepreading.subscriber.LinkTokens;
import org.keepreading.subscriber.Purpose;
import org.keepreading.subscriber.Subscribers;
import org.keepreading.testing.Fault;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.FaultyRelay.Stage;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole way of a frozen edition, with all parts as the program has them. */
class FrozenLettersTest {
    private final FaultyRelay relay = new FaultyRelay();
    private ConfigurableApplicationContext program;
    private DeliveryNewsroom newsroom;
    private Edition edition;

    @BeforeEach
    void freeze() {
        program = new SpringApplicationBuilder(KeepReading.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(
                        "--spring.datasource.url=" + TestDatabase.H2.freshUrl(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=" + TestDatabase.PASSWORD,
                        "--spring.mail.host=localhost",
                        "--spring.mail.port=" + relay.port(),
                        "--spring.quartz.auto-startup=false",
                        "--keepreading.public-url=https://news.harbour.example",
                        "--keepreading.delivery.envelope-sender=bounces@harbour.example");
        newsroom = DeliveryNewsroom.inRealTime(program.getBean(DataSource.class));
        var selection = new Selection(today(), List.of());
        var template = program.getBean(Templates.class).load("digest");
        var issue = program.getBean(Editions.class).freeze(selection, template, Cause.HAND);
        edition = program.getBean(Editions.class).edition(issue.id());
    }

    @AfterEach
    void stop() {
        program.close();
        relay.close();
    }

    @Test
    void reachEachInboxWithLinksOfItsOwn() {
        var ada = newsroom.subscriber("ada@example.org", DAILY);
        newsroom.subscriber("grace@example.org", DAILY);

        program.getBean(Audiences.class).queue(edition.id(), List.of(DAILY));
        var progress = program.getBean(Senders.class).drain(edition.id());

        assertThat(progress).isEqualTo(new Progress(2, 2, 0, 0, 0));
        var mail = relay.takenFor("ada@example.org").get(0);
        assertThat(mail.envelopeSender()).isEqualTo("bounces@harbour.example");
        assertThat(mail.header("Subject")).isEqualTo("The new quay opens");
        assertThat(mail.text())
                .contains("https://news.harbour.example/unsubscribe/"
                        + program.getBean(LinkTokens.class).token(Purpose.UNSUBSCRIBE, ada, "daily"));
    }

    @Test
    void holdOnlyTheSectionsThatAReaderChose() {
        newsroom.subscriber("ada@example.org", DAILY);
        newsroom.jdbc.sql("update subscriber set sections = 'culture;sports'").update();

        program.getBean(Audiences.class).queue(edition.id(), List.of(DAILY));
        program.getBean(Senders.class).drain(edition.id());

        assertThat(relay.taken().get(0).header("Subject")).isEqualTo("Fado at the quay");
    }

    @Test
    void areNotSentToReadersWhoseSectionsHaveNoStory() {
        var ada = newsroom.subscriber("ada@example.org", DAILY);
        newsroom.jdbc.sql("update subscriber set sections = 'culture'").update();
        newsroom.jdbc
                .sql("update edition set content = replace(content, 'culture', 'opinion')")
                .update();

        program.getBean(Audiences.class).queue(edition.id(), List.of(DAILY));
        program.getBean(Senders.class).drain(edition.id());

        assertThat(newsroom.deliveryTo(edition.id(), ada))
                .isEqualTo("skipped: no story in the sections that they chose");
    }

    @Test
    void canBeProvedBeforeTheyGoOut() {
        var variant =
                program.getBean(Variants.class).of(new Revision(edition.id(), 1), new Choice(Set.of(), Locale.ENGLISH));
        var proofs = program.getBean(Proofs.class);

        proofs.send(edition, variant, new EmailAddress("editor@harbour.example"));
        var copy = proofs.copy(edition, variant, new Reader(1, "ada@example.org", "Ada", null, List.of()));

        assertThat(relay.takenFor("editor@harbour.example")).hasSize(1);
        assertThat(copy.html()).contains("The new quay opens");
        assertThat(copy.text()).contains("The new quay opens").contains("https://news.harbour.example/preferences/");
        assertThat(copy.message()).contains("To: Ada <ada@example.org>\r\n");
        assertThat(newsroom.count("select count(*) from delivery")).isZero();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            value = {"'', null", "'', de", "culture, pt-BR", "culture;sports, null", "sports, de", "city;culture, en"},
            nullValues = "null")
    void areByteForByteWhatAPreviewShows(String sections, @Nullable String language) {
        newsroom.subscriber("ada@example.org", DAILY);
        newsroom.jdbc
                .sql("update subscriber set sections = :sections, language = :language")
                .param("sections", sections)
                .param("language", language, Types.VARCHAR)
                .update();
        var ada = program.getBean(Subscribers.class)
                .find(new EmailAddress("ada@example.org"))
                .map(Reader::of)
                .orElseThrow();
        var frozenAt = program.getBean(Editions.class).get(edition.id()).frozenAt();
        var proofs = new Proofs(
                program.getBean(Addressing.class),
                program.getBean(LetterEncoder.class),
                program.getBean(Relays.class),
                program.getBean(TestMails.class),
                Clock.fixed(frozenAt, ZoneOffset.UTC));
        var variant =
                program.getBean(Variants.class).of(new Revision(edition.id(), 1), ada.choice(edition.newsletter()));

        var shown = proofs.copy(edition, variant, ada).message();
        program.getBean(Audiences.class).queue(edition.id(), List.of(DAILY));
        program.getBean(Senders.class).drain(edition.id());

        assertThat(relay.taken().get(0).text()).isEqualTo(shown);
    }

    @Test
    void areSignedWhereTheirSendersDomainHasAKey() {
        var keys = program.getBean(SigningKeys.class);
        var key = keys.create(new SigningDomain("harbour.example"), new Selector("quay"));
        keys.use(key);
        newsroom.subscriber("ada@example.org", DAILY);
        newsroom.subscriber("grace@example.org", DAILY);

        program.getBean(Audiences.class).queue(edition.id(), List.of(DAILY));
        program.getBean(Senders.class).drain(edition.id());

        assertThat(relay.taken())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(HarbourKeys.of(key.records()).holding(mail.text()))
                        .containsExactly("quay", "quay-ed25519"));
    }

    @Test
    void areSignedAsProofsToo() {
        var keys = program.getBean(SigningKeys.class);
        var key = keys.create(new SigningDomain("harbour.example"), new Selector("quay"));
        keys.use(key);
        var variant =
                program.getBean(Variants.class).of(new Revision(edition.id(), 1), new Choice(Set.of(), Locale.ENGLISH));
        var editor = new EmailAddress("editor@harbour.example");

        program.getBean(Proofs.class).send(edition, variant, editor);
        var copy = program.getBean(Proofs.class)
                .copy(edition, variant, new Reader(2, editor.value(), "Ed", null, List.of()));

        assertThat(List.of(relay.taken().get(0).text(), copy.message()))
                .allSatisfy(message -> assertThat(HarbourKeys.of(key.records()).holding(message))
                        .hasSize(2));
    }

    @Test
    void sayWhyAProofWasNotTaken() {
        var variant =
                program.getBean(Variants.class).of(new Revision(edition.id(), 1), new Choice(Set.of(), Locale.ENGLISH));
        relay.always(Stage.RCPT, Fault.reply("550 5.7.1 Relaying denied"));

        assertThatThrownBy(() -> program.getBean(Proofs.class)
                        .send(edition, variant, new EmailAddress("editor@harbour.example")))
                .isInstanceOf(NotTaken.class)
                .hasMessage("The relay did not take the mail to editor@harbour.example: 550 5.7.1 Relaying denied");
    }

    private static Edition today() {
        var lead = Harbour.teaser(CITY, "The new quay opens", "2026-03-02T06:00:00Z");
        var culture = Harbour.teaser(CULTURE, "Fado at the quay", "2026-03-01T06:00:00Z");
        return new Edition(
                0,
                Harbour.daily(),
                Instant.parse("2026-03-02T07:00:00Z"),
                new Lead(CITY, lead),
                List.of(new SetSection(CULTURE, List.of(culture))),
                List.of());
    }
}
