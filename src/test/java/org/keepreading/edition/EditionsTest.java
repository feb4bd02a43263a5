package org.keepreading.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keepreading.testing.Harbour.CITY;
import static org.keepreading.testing.Harbour.CULTURE;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Edition.Lead;
import org.keepreading.edition.Edition.SetSection;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.teaser.Teaser;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A slot has one edition, and what was frozen stays as it was. */
@ParameterizedClass
@EnumSource
class EditionsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T07:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T07:00:00Z");
    private static final TemplateFiles DIGEST =
            new TemplateFiles("digest", Map.of("html.ftlh", "<p>${lead.headline}", "subject.ftl", "${lead.headline}"));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Editions editions;
    private final Newsletter daily = Harbour.daily();
    private final Teaser bridge = Harbour.teaser(CITY, "The bridge opens", "2026-03-01T18:00:00Z");
    private final Teaser ferry = Harbour.teaser(CITY, "A ferry for Gaia", "2026-03-01T12:00:00Z");
    private final Teaser opera = Harbour.paidTeaser(CULTURE, "Opera on the quay", "2026-03-01T09:00:00Z");
    private final Teaser tide = Harbour.teaser(CULTURE, "Tide tables", "2026-02-28T09:00:00Z");

    EditionsTest(TestDatabase database) {
        var source = database.fresh();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        editions = new Editions(jdbc, transaction, new SettableClock("2026-03-02T07:00:05Z"));
    }

    @Test
    void keepsAnEditionAsItWasFrozen() {
        var issue = editions.freeze(selection(MONDAY), DIGEST, Cause.SCHEDULE);

        var frozen = editions.edition(issue.id());
        assertThat(frozen.id()).isEqualTo(issue.id());
        assertThat(frozen)
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(selection(MONDAY).edition());
        assertThat(editions.template(issue.current())).isEqualTo(DIGEST);
    }

    @Test
    void startsAnEditionAsBeingSent() {
        var issue = editions.freeze(selection(MONDAY), DIGEST, Cause.SCHEDULE);

        assertThat(issue)
                .isEqualTo(new Issue(
                        issue.id(),
                        daily.key(),
                        MONDAY,
                        Cause.SCHEDULE,
                        EditionStatus.SENDING,
                        null,
                        Instant.parse("2026-03-02T07:00:05Z"),
                        null,
                        null,
                        null,
                        null,
                        1));
        assertThat(editions.sending()).containsExactly(issue);
    }

    @Test
    void keepsWhyEachCandidateIsInOrNot() {
        var issue = editions.freeze(selection(MONDAY), DIGEST, Cause.HAND);

        assertThat(editions.candidates(issue.id()))
                .containsExactly(
                        new Verdict(bridge.id(), CITY.key(), "The bridge opens", true, "lead"),
                        new Verdict(tide.id(), CULTURE.key(), "Tide tables", false, "too old"));
    }

    @Test
    void knowsWhichEditionsShowAnArticle() {
        var monday = editions.freeze(selection(MONDAY), DIGEST, Cause.SCHEDULE);
        editions.sent(monday.id(), TUESDAY, () -> OptionalLong.of(1));
        var tuesday = editions.freeze(selection(TUESDAY), DIGEST, Cause.SCHEDULE);
        var cancelled = editions.freeze(selection(TUESDAY.plusSeconds(60)), DIGEST, Cause.SCHEDULE);
        editions.cancel(cancelled.id(), "by hand");

        assertThat(editions.showing(ferry.url().identity()))
                .extracting(Issue::id)
                .containsExactly(tuesday.id(), monday.id());
        assertThat(editions.showing(tide.url().identity()))
                .as("among the latest headlines of what is still to leave")
                .extracting(Issue::id)
                .containsExactly(tuesday.id());
        assertThat(editions.showing("harbour.example/elsewhere")).isEmpty();
    }

    @Test
    void listsWhatAnybodyMayReadByItsHeadline() {
        var monday = editions.freeze(selection(MONDAY), DIGEST, Cause.HAND);
        editions.skip(daily, TUESDAY, Cause.SCHEDULE, "nothing new", List.of());

        assertThat(editions.published(daily.key(), 5))
                .containsExactly(new Published(daily.key(), MONDAY, "The bridge opens"));

        var opening = new Edition(0, daily, MONDAY, new Lead(CULTURE, opera), List.of(), List.of());
        editions.pause(monday.id(), "a wrong name");
        editions.amend(monday, new Selection(opening, List.of()), DIGEST);
        assertThat(editions.published(daily.key(), 5))
                .containsExactly(new Published(daily.key(), MONDAY, "Opera on the quay"));

        editions.cancel(monday.id(), "a wrong name");
        assertThat(editions.published(daily.key(), 5)).isEmpty();
    }

    @Test
    void knowsTheHeadlinesOfEditionsThatAreOlderThanTheirColumn() throws IOException {
        editions.freeze(selection(MONDAY), DIGEST, Cause.HAND);
        jdbc.sql("update edition set headline = null").update();

        var migration = new ClassPathResource("db/migration/V17__headlines.sql").getContentAsString(UTF_8);
        jdbc.sql(migration.substring(migration.indexOf("update "))).update();

        assertThat(editions.published(daily.key(), 5))
                .containsExactly(new Published(daily.key(), MONDAY, "The bridge opens"));
    }

    @Test
    void remembersTheArticlesThatAnEditionCarriesButNotItsLatestHeadlines() {
        var issue = editions.freeze(selection(MONDAY), DIGEST, Cause.HAND);

        var articles = jdbc.sql("select article from edition_teaser where edition_id = :id order by position")
                .param("id", issue.id())
                .query(String.class)
                .list();
        assertThat(articles)
                .containsExactlyElementsOf(Stream.of(bridge, ferry, opera)
                        .map(teaser -> teaser.url().identity())
                        .toList());
    }

    @Test
    void hasOneEditionForASlotHoweverOftenItIsFired() {
        editions.freeze(selection(MONDAY), DIGEST, Cause.SCHEDULE);

        assertThatThrownBy(() -> editions.freeze(selection(MONDAY), DIGEST, Cause.HAND))
                .isInstanceOf(SlotTaken.class)
                .hasMessage(
                        "Newsletter \"daily\" has an edition for 2026-03-02T07:00:00Z already; \"editions list\" shows it.");
        assertThatThrownBy(() -> editions.skip(daily, MONDAY, Cause.HAND, "no new story", List.of()))
                .isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> editions.miss(daily, MONDAY, Cause.SCHEDULE, "nobody was there"))
                .isInstanceOf(SlotTaken.class);
    }

    @Test
    void hasOneEditionForASlotWhenManyFireItAtOnce() throws Exception {
        var together = new CountDownLatch(1);
        var firing = Executors.newFixedThreadPool(4);
        Callable<Boolean> fire = () -> {
            together.await();
            return freezes(MONDAY);
        };

        var fired = Stream.generate(() -> fire).limit(12).map(firing::submit).toList();
        together.countDown();
        var frozen = 0;
        for (var one : fired) {
            frozen += one.get() ? 1 : 0;
        }
        firing.shutdown();

        assertThat(frozen).isOne();
        assertThat(editions.list(10)).hasSize(1);
        assertThat(editions.candidates(editions.list(1).get(0).id())).hasSize(2);
    }

    @Test
    void keepsNothingOfAnEditionThatItsCallerGaveUp() {
        transaction.executeWithoutResult(status -> {
            editions.freeze(selection(MONDAY), DIGEST, Cause.SCHEDULE);
            status.setRollbackOnly();
        });

        assertThat(editions.find(daily.key(), MONDAY)).isEmpty();
        assertThat(freezes(MONDAY)).isTrue();
    }

    @Test
    void keepsNothingOfAnEditionThatCouldNotBeKeptWhole() {
        var unkeepable = new TemplateFiles("digest", Map.of("x".repeat(201), "longer than a file's name may be"));

        assertThatThrownBy(() -> editions.freeze(selection(MONDAY), unkeepable, Cause.SCHEDULE))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(editions.find(daily.key(), MONDAY)).isEmpty();
        assertThat(freezes(MONDAY)).isTrue();
    }

    @Test
    void recordsASlotThatWasSkippedWithItsReasonAndItsCandidates() {
        var issue = editions.skip(
                daily, MONDAY, Cause.SCHEDULE, "no new story", List.of(new Candidate(tide, false, "too old")));

        assertThat(editions.find(daily.key(), MONDAY)).hasValue(issue);
        assertThat(issue.status()).isEqualTo(EditionStatus.SKIPPED);
        assertThat(issue.reason()).isEqualTo("no new story");
        assertThat(editions.candidates(issue.id())).extracting(Verdict::reason).containsExactly("too old");
        assertThatThrownBy(() -> editions.edition(issue.id()))
                .hasMessage("Edition " + issue.id() + " was skipped: it has no content.");
    }

    @Test
    void recordsASlotThatWasMissed() {
        var issue = editions.miss(daily, MONDAY, Cause.SCHEDULE, "3 hours late, and the grace is 2 hours");

        assertThat(issue.status()).isEqualTo(EditionStatus.MISSED);
        assertThat(issue.reason()).isEqualTo("3 hours late, and the grace is 2 hours");
        assertThat(editions.sending()).isEmpty();
    }

    @Test
    void listsTheNewestSlotsFirst() {
        var monday = editions.freeze(selection(MONDAY), DIGEST, Cause.SCHEDULE);
        var tuesday = editions.freeze(selection(TUESDAY), DIGEST, Cause.SCHEDULE);

        assertThat(editions.list(10)).containsExactly(tuesday, monday);
        assertThat(editions.list(daily.key(), 1)).containsExactly(tuesday);
        assertThat(editions.list(new NewsletterKey("weekly"), 10)).isEmpty();
    }

    @Test
    void saysWhatToDoAboutAnUnknownEdition() {
        assertThatThrownBy(() -> editions.get(42))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no edition 42. \"editions list\" shows those there are.");
    }

    @Test
    void knowsItsAudience() {
        var id = frozen();

        editions.audience(id, 48_112L, 50_003);

        assertThat(editions.get(id).audience()).isEqualTo(48_112);
        assertThat(editions.get(id).audienceUntil()).isEqualTo(50_003);
    }

    @Test
    void isSentWhenTheLastDeliveryHasItsOutcome() {
        var id = frozen();

        editions.sent(id, Instant.parse("2026-03-02T07:11:00Z"), () -> OptionalLong.of(3));

        assertThat(editions.get(id).status()).isEqualTo(EditionStatus.SENT);
        assertThat(editions.get(id).sentAt()).isEqualTo("2026-03-02T07:11:00Z");
        assertThat(editions.sending()).isEmpty();
    }

    @Test
    void isNotSentWhileItIsPaused() {
        var id = frozen();
        editions.pause(id, "a wrong headline");

        editions.sent(id, Instant.parse("2026-03-02T07:11:00Z"), () -> OptionalLong.of(3));

        assertThat(editions.get(id).status()).isEqualTo(EditionStatus.PAUSED);
    }

    @Test
    void isPausedAndResumedAlsoTwice() {
        var id = frozen();

        assertThat(editions.pause(id, "a wrong headline")).isTrue();
        assertThat(editions.pause(id, "another reason")).as("news").isFalse();
        assertThat(editions.get(id).reason()).isEqualTo("a wrong headline");
        assertThat(editions.get(id).status()).isEqualTo(EditionStatus.PAUSED);

        assertThat(editions.resume(id)).isTrue();
        assertThat(editions.resume(id)).as("news").isFalse();
        assertThat(editions.get(id).status()).isEqualTo(EditionStatus.SENDING);
        assertThat(editions.get(id).reason()).isNull();
    }

    @Test
    void isCancelledForGood() {
        var id = frozen();
        editions.pause(id, "a wrong headline");

        assertThat(editions.cancel(id, "it was all wrong")).isTrue();
        assertThat(editions.cancel(id, "twice")).as("news").isFalse();
        assertThat(editions.get(id).reason()).isEqualTo("it was all wrong");

        assertThatThrownBy(() -> editions.resume(id))
                .isInstanceOf(EditionOver.class)
                .hasMessage(
                        "Edition " + id
                                + " of \"daily\" for 2026-03-02T07:00:00Z is cancelled already, so there is nothing to resume.");
    }

    @Test
    void canNotBePausedOnceItIsSent() {
        var id = frozen();
        editions.sent(id, Instant.parse("2026-03-02T07:11:00Z"), () -> OptionalLong.of(3));

        assertThatThrownBy(() -> editions.pause(id, "too late")).isInstanceOf(EditionOver.class);
        assertThatThrownBy(() -> editions.cancel(id, "too late")).isInstanceOf(EditionOver.class);
        assertThat(editions.get(id).status()).isEqualTo(EditionStatus.SENT);
    }

    private long frozen() {
        return editions.freeze(selection(MONDAY), DIGEST, Cause.SCHEDULE).id();
    }

    private boolean freezes(Instant slot) {
        try {
            editions.freeze(selection(slot), DIGEST, Cause.SCHEDULE);
            return true;
        } catch (SlotTaken e) {
            return false;
        }
    }

    private Selection selection(Instant slot) {
        var edition = new Edition(
                0,
                daily,
                slot,
                new Lead(CITY, bridge),
                List.of(new SetSection(CITY, List.of(ferry)), new SetSection(CULTURE, List.of(opera))),
                List.of(tide));
        return new Selection(
                edition, List.of(new Candidate(bridge, true, "lead"), new Candidate(tide, false, "too old")));
    }
}
