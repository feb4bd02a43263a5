package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.testing.Harbour.CITY;
import static org.keepreading.testing.Harbour.CULTURE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.SectionKey;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.teaser.ArticleUrl;
import org.keepreading.teaser.Draft;
import org.keepreading.teaser.Image;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.Teasers;
import org.keepreading.teaser.Wanted;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.SettableClock;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which teasers an edition carries, and for each other one why not. */
@ParameterizedClass
@EnumSource
class PickerTest {
    private static final Instant MONDAY = Instant.parse("2026-05-11T06:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-05-12T06:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-05-13T06:00:00Z");
    private static final TemplateFiles DIGEST = new TemplateFiles("digest", Map.of());

    private final JdbcClient jdbc;
    private final Teasers teasers;
    private final Editions editions;
    private final Picker picker;
    private final Newsletter daily = Harbour.daily();

    PickerTest(TestDatabase database) {
        var source = database.fresh();
        jdbc = JdbcClient.create(source);
        teasers = new Teasers(jdbc);
        editions = new Editions(
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                new SettableClock("2026-05-11T06:00:05Z"));
        picker = new Picker(new Candidates(jdbc));
    }

    @Test
    void leadsWithTheNewestThatHasAnImageOfTheFirstSectionThatHasOne() {
        story(CITY, "No picture").at("2026-05-11T05:00:00Z").withoutImage().arrives();
        story(CULTURE, "The opera opens").at("2026-05-11T05:30:00Z").arrives();
        story(CULTURE, "A painter's week").at("2026-05-11T04:00:00Z").arrives();

        var selection = picker.pick(daily, MONDAY);

        assertThat(leadOf(selection)).hasValue("The opera opens");
        assertThat(selection.edition().lead()).extracting(Edition.Lead::section).isEqualTo(CULTURE);
        assertThat(headlines(selection, CULTURE)).containsExactly("A painter's week");
        assertThat(reason(selection, "The opera opens")).isEqualTo("lead");
    }

    @Test
    void leadsWithTheFirstPinnedTeaserEvenWithoutAnImage() {
        story(CITY, "The bridge opens").at("2026-05-11T05:00:00Z").arrives();
        var second = story(CITY, "Pinned later").at("2026-05-11T04:00:00Z").arrives();
        var first = story(CULTURE, "Pinned first")
                .at("2026-05-10T04:00:00Z")
                .withoutImage()
                .arrives();
        teasers.pin(second, Instant.parse("2026-05-11T05:45:00Z"));
        teasers.pin(first, Instant.parse("2026-05-11T05:30:00Z"));

        var selection = picker.pick(daily, MONDAY);

        assertThat(leadOf(selection)).hasValue("Pinned first");
        assertThat(reason(selection, "Pinned first")).isEqualTo("lead, as it is pinned");
        assertThat(headlines(selection, CITY)).containsExactly("Pinned later", "The bridge opens");
    }

    @Test
    void neverLeadsWithAPaidTeaser() {
        var paid = story(CITY, "Harbour cruises")
                .at("2026-05-11T05:00:00Z")
                .paidBy("Cruise Line")
                .arrives();
        teasers.pin(paid, MONDAY);
        story(CITY, "The bridge opens").at("2026-05-10T05:00:00Z").arrives();

        var selection = picker.pick(daily, MONDAY);

        assertThat(leadOf(selection)).hasValue("The bridge opens");
        assertThat(headlines(selection, CITY)).containsExactly("Harbour cruises");
    }

    @Test
    void hasNoLeadWhereNoneIsFit() {
        story(CITY, "No picture").at("2026-05-11T05:00:00Z").withoutImage().arrives();

        var selection = picker.pick(daily, MONDAY);

        assertThat(selection.edition().lead()).isNull();
        assertThat(headlines(selection, CITY)).containsExactly("No picture");
    }

    @Test
    void fillsEachSectionBesideTheLeadAndSaysWhoCameTooLate() {
        stories(CITY, 6);

        var selection = picker.pick(daily, MONDAY);

        assertThat(leadOf(selection)).hasValue("City 1");
        assertThat(headlines(selection, CITY)).containsExactly("City 2", "City 3", "City 4");
        assertThat(reasons(selection))
                .containsExactly(
                        "City 1: lead",
                        "City 2: first of three",
                        "City 3: second of three",
                        "City 4: third of three",
                        "City 5: fourth of three; among the latest headlines",
                        "City 6: fifth of three; among the latest headlines");
        assertThat(selection.candidates()).filteredOn(Candidate::picked).hasSize(4);
    }

    @Test
    void keepsTheNewslettersOrderOfSectionsAndLeavesOutTheEmptyOnes() {
        story(CULTURE, "The opera opens")
                .at("2026-05-11T05:30:00Z")
                .withoutImage()
                .arrives();
        story(new Section(new SectionKey("sport"), "Sport"), "A derby")
                .at("2026-05-11T05:30:00Z")
                .arrives();

        var selection = picker.pick(daily, MONDAY);

        assertThat(selection.edition().sections())
                .extracting(set -> set.section().title())
                .containsExactly("Culture");
        assertThat(reasons(selection)).containsExactly("The opera opens: first of two");
    }

    @Test
    void carriesNoMoreThanTheMaximumInAll() {
        stories(CITY, 3);
        stories(CULTURE, 2);

        var selection = picker.pick(daily("maximum: 12", "maximum: 4"), MONDAY);

        assertThat(selection.edition().stories()).isEqualTo(4);
        assertThat(headlines(selection, CULTURE)).containsExactly("Culture 1");
        assertThat(reason(selection, "Culture 2"))
                .isEqualTo("no room, the newsletter's maximum is four; among the latest headlines");
    }

    @Test
    void listsTheNextHeadlinesThatDidNotFitNewestFirstAndNoneOfThemPaid() {
        stories(CITY, 8);
        story(CITY, "Harbour cruises")
                .at("2026-05-10T11:56:30Z")
                .paidBy("Cruise Line")
                .arrives();
        story(CULTURE, "Culture 1").at("2026-05-10T01:00:00Z").arrives();
        story(CULTURE, "Culture 2").at("2026-05-10T00:59:00Z").arrives();
        story(CULTURE, "A late review").at("2026-05-10T00:30:00Z").arrives();

        var selection = picker.pick(daily("latest: 5", "latest: 3"), MONDAY);

        assertThat(selection.edition().latest())
                .extracting(Teaser::headline)
                .containsExactly("City 5", "City 6", "City 7");
        assertThat(reason(selection, "City 8")).isEqualTo("eighth of three");
        assertThat(reason(selection, "Harbour cruises")).isEqualTo("fourth of three");
    }

    @Test
    void keepsWhatDidNotFitForTheNextEditionThoughItsHeadlineWasListed() {
        stories(CITY, 6);
        publish(MONDAY);

        var selection = picker.pick(daily, TUESDAY);

        assertThat(leadOf(selection)).hasValue("City 5");
        assertThat(headlines(selection, CITY)).containsExactly("City 6");
    }

    @Test
    void repeatsNothingAndSaysWhenItWasSent() {
        stories(CITY, 2);
        publish(TUESDAY);

        var selection = picker.pick(daily, WEDNESDAY);

        assertThat(selection.edition().stories()).isZero();
        assertThat(reasons(selection))
                .containsExactly("City 1: already sent on 12 May", "City 2: already sent on 12 May");
    }

    @Test
    void losesNoLateOrBackDatedArticle() {
        stories(CITY, 2);
        publish(MONDAY);
        story(CITY, "Filed late").at("2026-05-10T03:00:00Z").arrives();

        assertThat(leadOf(picker.pick(daily, TUESDAY))).hasValue("Filed late");
    }

    @Test
    void countsAsNewInOneNewsletterWhatAnotherHasSent() {
        stories(CITY, 2);
        publish(MONDAY);

        assertThat(picker.pick(daily("key: daily", "key: weekly"), MONDAY)
                        .edition()
                        .stories())
                .isEqualTo(2);
    }

    @Test
    void doesNotRepeatAnArticleWhoseAddressOrSourceChanged() {
        story(CITY, "The bridge opens")
                .at("2026-05-10T05:00:00Z")
                .url("https://harbour.example/bridge")
                .arrives();
        story(CITY, "A ferry for Gaia")
                .at("2026-05-10T04:00:00Z")
                .url("https://harbour.example/ferry")
                .arrives();
        publish(MONDAY);

        story(CITY, "The bridge opens")
                .at("2026-05-10T05:00:00Z")
                .url("https://harbour.example/bridge-opens")
                .arrives();
        story(CULTURE, "Ferry!")
                .at("2026-05-10T04:00:00Z")
                .from("wire")
                .url("https://www.harbour.example/ferry?utm_source=feed#top")
                .arrives();

        assertThat(reasons(picker.pick(daily, TUESDAY)))
                .containsExactly(
                        "The bridge opens: already sent on 11 May",
                        "A ferry for Gaia: already sent on 11 May",
                        "Ferry!: already sent on 11 May");
    }

    @Test
    void countsAsSentWhatIsOnItsWayOrPaused() {
        stories(CITY, 1);
        var issue = publish(MONDAY);

        assertThat(picker.pick(daily, TUESDAY).edition().stories()).isZero();
        editions.pause(issue.id(), "a wrong headline");
        assertThat(picker.pick(daily, TUESDAY).edition().stories()).isZero();
    }

    @Test
    void offersAgainWhatWasCancelledBeforeAnybodyGotIt() {
        stories(CITY, 1);
        var issue = publish(MONDAY);

        editions.cancel(issue.id(), "a wrong headline");

        assertThat(leadOf(picker.pick(daily, TUESDAY))).hasValue("City 1");
    }

    @Test
    void doesNotRepeatWhatWasCancelledAfterSomebodyGotIt() {
        stories(CITY, 1);
        var issue = publish(MONDAY);
        editions.reached(issue.current());

        editions.cancel(issue.id(), "a wrong headline");

        assertThat(picker.pick(daily, TUESDAY).edition().stories()).isZero();
    }

    @Test
    void offersAgainWhatASkippedSlotWouldHaveCarried() {
        stories(CITY, 1);
        var tooFew = picker.pick(daily("minimum: 1 ", "minimum: 2 "), MONDAY);
        editions.skip(daily, MONDAY, Cause.SCHEDULE, tooFew.tooFew().orElseThrow(), tooFew.candidates());

        assertThat(leadOf(picker.pick(daily, TUESDAY))).hasValue("City 1");
    }

    @Test
    void letsWhatIsDatedInTheFutureWait() {
        story(CITY, "Tonight").at("2026-05-11T17:30:00Z").arrives();
        story(CITY, "Tomorrow's paper").at("2026-05-12T05:00:00Z").arrives();
        story(CITY, "Next week").at("2026-05-18T05:00:00Z").arrives();
        story(CITY, "This very moment").at("2026-05-11T06:00:00Z").arrives();

        var selection = picker.pick(daily, MONDAY);

        assertThat(reasons(selection))
                .containsExactly(
                        "This very moment: lead",
                        "Next week: published on 18 May",
                        "Tomorrow's paper: published tomorrow",
                        "Tonight: published today at 18:30");
        assertThat(leadOf(picker.pick(daily, TUESDAY))).hasValue("Tomorrow's paper");
    }

    @Test
    void tellsDaysAsTheNewslettersZoneHasThem() {
        story(CITY, "Just before midnight").at("2026-05-11T22:59:00Z").arrives();
        story(CITY, "Midnight in Lisbon").at("2026-05-11T23:00:00Z").arrives();

        assertThat(reasons(picker.pick(daily, MONDAY)))
                .containsExactly(
                        "Midnight in Lisbon: published tomorrow", "Just before midnight: published today at 23:59");
    }

    @Test
    void leavesOutWhatIsTooOld() {
        story(CITY, "Just in time").at("2026-05-08T06:00:00Z").arrives();
        story(CITY, "A moment too old").at("2026-05-08T05:59:59Z").arrives();
        story(CITY, "Of another year").at("2025-12-31T05:59:59Z").arrives();

        assertThat(reasons(picker.pick(daily, MONDAY)))
                .containsExactly("Just in time: lead", "A moment too old: too old: from 8 May");
    }

    @Test
    void countsTheAgeFromTheArrivalOfWhatAKnownSourceBringsLate() {
        story(CITY, "Found in the drawer")
                .at("2026-05-04T06:00:00Z")
                .arrivesLate(Instant.parse("2026-05-11T05:00:00Z"));

        assertThat(leadOf(picker.pick(daily, MONDAY))).hasValue("Found in the drawer");
    }

    @Test
    void findsNothingTooOldWithoutALimit() {
        story(CITY, "From the archive").at("1996-05-08T06:00:00Z").arrives();

        assertThat(leadOf(picker.pick(daily("max-age: 3d", "max-age:"), MONDAY)))
                .hasValue("From the archive");
    }

    @Test
    void leavesOutWhatIsHiddenAndSaysSo() {
        var hidden = story(CITY, "Withdrawn").at("2026-05-11T05:00:00Z").arrives();
        teasers.hide(hidden, MONDAY);

        var selection = picker.pick(daily, MONDAY);

        assertThat(reasons(selection)).containsExactly("Withdrawn: hidden");
        assertThat(selection.edition().latest()).isEmpty();
    }

    @Test
    void letsNoTwinMoveInForWhatIsHidden() {
        var hidden = story(CITY, "Withdrawn").at("2026-05-11T05:00:00Z").arrives();
        story(CULTURE, "Twin")
                .from("wire")
                .url("https://harbour.example/Withdrawn")
                .arrives();
        teasers.hide(hidden, MONDAY);
        story(CITY, "Late twin")
                .from("agency")
                .url("https://harbour.example/Withdrawn")
                .arrives();

        var selection = picker.pick(daily, MONDAY);

        assertThat(reasons(selection))
                .containsExactlyInAnyOrder("Withdrawn: hidden", "Twin: hidden", "Late twin: hidden");
        assertThat(selection.edition().latest()).isEmpty();
    }

    @Test
    void leadsWithThePinnedArticleInASectionThatTheNewsletterHas() {
        story(CITY, "The bridge opens").at("2026-05-11T05:00:00Z").arrives();
        var elsewhere = story(new Section(new SectionKey("opinion"), "Opinion"), "Pinned")
                .at("2026-05-11T04:00:00Z")
                .arrives();
        story(CULTURE, "Twin")
                .at("2026-05-11T04:00:00Z")
                .from("wire")
                .url("https://harbour.example/Pinned")
                .arrives();

        teasers.pin(elsewhere, MONDAY);

        assertThat(leadOf(picker.pick(daily, MONDAY))).hasValue("Twin");
    }

    @Test
    void carriesAnArticleOnceThoughItCameUnderTwoAddressesOrInTwoSections() {
        story(CITY, "The bridge opens")
                .at("2026-05-11T05:00:00Z")
                .url("https://harbour.example/bridge")
                .arrives();
        story(CITY, "Bridge open")
                .at("2026-05-11T04:00:00Z")
                .from("wire")
                .url("http://www.harbour.example/bridge/?utm_medium=rss")
                .arrives();
        story(CULTURE, "A bridge as art")
                .at("2026-05-11T03:00:00Z")
                .from("art")
                .url("https://harbour.example/bridge?fbclid=x")
                .arrives();

        var selection = picker.pick(daily, MONDAY);

        assertThat(selection.edition().stories()).isOne();
        assertThat(reasons(selection))
                .containsExactly(
                        "The bridge opens: lead",
                        "Bridge open: same article as \"The bridge opens\" in city",
                        "A bridge as art: same article as \"The bridge opens\" in city");
    }

    @Test
    void carriesEachOfSeveralArticlesThatShareAnAddressOnce() {
        var podcast = "https://harbour.example/podcast";
        story(CITY, "Low tide").at("2026-05-11T04:00:00Z").url(podcast).arrives();
        publish(MONDAY);
        story(CITY, "Low tide")
                .at("2026-05-11T04:00:00Z")
                .url(podcast)
                .toldBy("podcast#low")
                .arrives();
        story(CITY, "High tide")
                .at("2026-05-12T04:00:00Z")
                .url(podcast)
                .toldBy("podcast#high")
                .arrives();
        story(CITY, "Spring tide")
                .at("2026-05-12T03:00:00Z")
                .url(podcast)
                .toldBy("podcast#spring")
                .arrives();

        var selection = picker.pick(daily, TUESDAY);

        assertThat(leadOf(selection)).hasValue("High tide");
        assertThat(headlines(selection, CITY)).containsExactly("Spring tide");
        publish(TUESDAY);
        story(CITY, "High tide")
                .at("2026-05-12T04:00:00Z")
                .from("wire")
                .url(podcast)
                .toldBy("podcast#high")
                .arrives();
        assertThat(picker.pick(daily, WEDNESDAY).edition().stories()).isZero();
    }

    @Test
    void mayCarryInALaterSectionWhatDidNotFitInItsFirst() {
        stories(CITY, 4);
        story(CITY, "The fifth")
                .at("2026-05-10T01:00:00Z")
                .url("https://harbour.example/fifth")
                .arrives();
        story(CITY, "The fifth again")
                .at("2026-05-10T00:30:00Z")
                .from("wire")
                .url("https://harbour.example/fifth?utm_source=wire")
                .arrives();
        story(CULTURE, "The fifth as culture")
                .at("2026-05-10T00:10:00Z")
                .from("art")
                .url("https://harbour.example/fifth?utm_source=art")
                .arrives();

        var selection = picker.pick(daily, MONDAY);

        assertThat(headlines(selection, CULTURE)).containsExactly("The fifth as culture");
        assertThat(selection.edition().latest()).isEmpty();
        assertThat(reason(selection, "The fifth")).isEqualTo("same article as \"The fifth as culture\" in culture");
        assertThat(reason(selection, "The fifth again"))
                .isEqualTo("same article as \"The fifth as culture\" in culture");
    }

    @Test
    void saysWhenThereIsTooLittleToSend() {
        assertThat(picker.pick(daily, MONDAY).tooFew()).hasValue("no new story, and the newsletter's minimum is 1");

        stories(CITY, 2);

        assertThat(picker.pick(daily, MONDAY).isTooFew()).isFalse();
        assertThat(picker.pick(daily("minimum: 1 ", "minimum: 3 "), MONDAY).tooFew())
                .hasValue("only 2 new stories, and the newsletter's minimum is 3");
    }

    @Test
    void picksAnOldPageAsOfItsOwnDay() {
        story(CITY, "Of its day").at("2021-10-18T05:00:00Z").arrives();
        story(CITY, "Of today").at("2026-05-11T05:00:00Z").arrives();

        assertThat(leadOf(picker.pick(daily, Instant.parse("2021-10-18T07:00:00Z"))))
                .hasValue("Of its day");
    }

    @Test
    void keepsABoundedNumberOfCandidates() {
        stories(CITY, 450);
        publish(MONDAY);

        var candidates =
                picker.pick(daily("max-age: 3d", "max-age: 90d"), TUESDAY).candidates();

        assertThat(candidates).hasSizeLessThanOrEqualTo(400).hasSizeGreaterThan(200);
        assertThat(candidates).filteredOn(Candidate::picked).hasSize(4);
    }

    private Issue publish(Instant slot) {
        return editions.freeze(picker.pick(daily, slot), DIGEST, Cause.SCHEDULE);
    }

    /** "City 1" is the newest; each is a minute older than the one before. */
    private void stories(Section desk, int count) {
        var newest = Instant.parse("2026-05-10T12:00:00Z");
        IntStream.range(0, count)
                .forEach(i -> story(desk, desk.title() + " " + (i + 1))
                        .at(newest.minusSeconds(60L * i).toString())
                        .arrives());
    }

    private static Newsletter daily(String line, String other) {
        return NewsletterFile.parse("daily.yaml", Harbour.DAILY.replace(line, other));
    }

    private static Optional<String> leadOf(Selection selection) {
        return Optional.ofNullable(selection.edition().lead())
                .map(lead -> lead.teaser().headline());
    }

    private static List<String> headlines(Selection selection, Section section) {
        return selection.edition().sections().stream()
                .filter(set -> set.section().equals(section))
                .flatMap(set -> set.teasers().stream())
                .map(Teaser::headline)
                .toList();
    }

    private static List<String> reasons(Selection selection) {
        return selection.candidates().stream()
                .map(candidate -> candidate.teaser().headline() + ": " + candidate.reason())
                .toList();
    }

    private static String reason(Selection selection, String headline) {
        return selection.candidates().stream()
                .filter(candidate -> candidate.teaser().headline().equals(headline))
                .map(Candidate::reason)
                .findFirst()
                .orElseThrow();
    }

    private Story story(Section desk, String headline) {
        return new Story(desk, headline);
    }

    /** A teaser on its way into the store. */
    private final class Story {
        private final Section desk;
        private final String headline;
        private String source = "site";
        private Instant published = MONDAY;
        private @Nullable Image image = new Image("https://harbour.example/quay.jpg", "A quay", null, null, 1200, 800);
        private @Nullable String sponsor;
        private ArticleUrl url;
        private @Nullable String article;

        Story(Section desk, String headline) {
            this.desk = desk;
            this.headline = headline;
            this.url = new ArticleUrl("https://harbour.example/" + headline.replaceAll("[^A-Za-z0-9]", "-"));
        }

        Story at(String instant) {
            published = Instant.parse(instant);
            return this;
        }

        Story withoutImage() {
            image = null;
            return this;
        }

        Story paidBy(String name) {
            sponsor = name;
            return this;
        }

        Story from(String key) {
            source = key;
            return this;
        }

        Story url(String address) {
            url = new ArticleUrl(address);
            return this;
        }

        /** What tells it, where its address does not. */
        Story toldBy(String told) {
            article = told;
            return this;
        }

        long arrives() {
            return save(published, false);
        }

        void arrivesLate(Instant at) {
            save(at, true);
        }

        private long save(Instant arrived, boolean sourceKnown) {
            teasers.save(
                    new Draft(
                            source,
                            headline,
                            article == null ? url.identity() : article,
                            desk,
                            headline,
                            null,
                            url,
                            image,
                            List.of(),
                            null,
                            published,
                            sponsor),
                    arrived,
                    sourceKnown);
            return teasers.list(Wanted.all()).stream()
                    .filter(teaser ->
                            teaser.guid().equals(headline) && teaser.source().equals(source))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
    }
}
