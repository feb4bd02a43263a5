package org.keepreading.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Cause;
import org.keepreading.edition.EditionStatus;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.publishing.Publication.AlreadyThere;
import org.keepreading.publishing.Publication.Missed;
import org.keepreading.publishing.Publication.Queued;
import org.keepreading.publishing.Publication.Skipped;
import org.keepreading.subscriber.Consent;
import org.keepreading.subscriber.ListIntake;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.SubscriberEntry;
import org.keepreading.subscriber.Subscribers;
import org.keepreading.testing.Harbour;
import org.keepreading.testing.Newsroom;
import org.keepreading.testing.Program;
import org.keepreading.testing.TestDatabase;

/** What becomes of a slot: an edition, once, or a reason why there is none. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PublisherTest {
    private static final NewsletterKey DAILY = new NewsletterKey("daily");
    private static final Instant SEVEN = Instant.parse("2026-03-02T07:00:00Z");

    private final Program program;
    private final Publisher publisher;

    PublisherTest(TestDatabase database) {
        program = Program.on(database, "2026-03-02T07:00:00Z");
        program.get(Newsletters.class).apply(Harbour.daily());
        publisher = program.get(Publisher.class);
    }

    @AfterEach
    void closeTheNewsroom() {
        program.close();
    }

    @Test
    void buildsASlotOnceHoweverOftenItIsFired() throws Exception {
        article("Ferry returns");

        var publications = atOnce(8, () -> publisher.publish(DAILY, SEVEN, Cause.SCHEDULE));

        assertThat(publications).filteredOn(Queued.class::isInstance).hasSize(1);
        assertThat(publications).filteredOn(AlreadyThere.class::isInstance).hasSize(7);
        assertThat(new HashSet<>(publications.stream()
                        .map(Publication::issue)
                        .map(issue -> issue.id())
                        .toList()))
                .hasSize(1);
        assertThat(editions()).isEqualTo(1);
    }

    @Test
    void stillSendsASlotThatIsWithinItsGrace() {
        article("Ferry returns");
        program.clock().set("2026-03-02T09:00:00Z");

        assertThat(publisher.publish(DAILY, SEVEN, Cause.SCHEDULE)).isInstanceOf(Queued.class);
    }

    @Test
    void recordsASlotAsMissedWhenItIsLaterThanItsGrace() {
        article("Ferry returns");
        program.clock().set("2026-03-02T09:00:01Z");

        var publication = publisher.publish(DAILY, SEVEN, Cause.SCHEDULE);

        assertThat(publication).isInstanceOf(Missed.class);
        assertThat(publication.issue().status()).isEqualTo(EditionStatus.MISSED);
        assertThat(publication.issue().reason())
                .isEqualTo("it came to its turn 2 h 0 min late, and the newsletter's grace is 2 h 0 min");
    }

    @Test
    void sendsAnOldSlotByHand() {
        article("Ferry returns");
        program.clock().set("2026-03-05T12:00:00Z");

        assertThat(publisher.publish(DAILY, SEVEN, Cause.HAND)).isInstanceOf(Queued.class);
    }

    @Test
    void recordsASlotWithTooLittleToReadAsSkipped() {
        var publication = publisher.publish(DAILY, SEVEN, Cause.SCHEDULE);

        assertThat(publication).isInstanceOf(Skipped.class);
        assertThat(publication.issue().reason()).isEqualTo("no new story, and the newsletter's minimum is 1");
        assertThat(program.told())
                .containsExactly(
                        "Edition daily 2026-03-02 07:00Z: skipped: no new story, and the newsletter's minimum is 1");
    }

    @Test
    void goesAgainToWhosePauseIsOver() {
        article("Ferry returns");
        var ada = new EmailAddress("ada@example.org");
        var daily = new ListKey("daily");
        program.get(Lists.class).ensure(daily, "The Harbour Daily");
        program.get(ListIntake.class).take(List.of(SubscriberEntry.of(ada, "Ada")), daily);
        var subscriber = program.get(Subscribers.class).find(ada).orElseThrow();
        program.get(Consent.class).pause(subscriber.id(), SEVEN);

        var publication = publisher.publish(DAILY, SEVEN, Cause.SCHEDULE);

        assertThat(publication.issue().audience()).isEqualTo(1);
    }

    @Test
    void storesNothingWhenTheTemplateHasAMistake() {
        article("Ferry returns");
        program.get(Newsletters.class)
                .apply(NewsletterFile.parse(
                        "daily.yaml", Harbour.DAILY.replace("${lead.headline}", "${leed.headline}")));

        assertThatThrownBy(() -> publisher.publish(DAILY, SEVEN, Cause.SCHEDULE))
                .hasMessageContaining("leed");
        assertThat(editions()).isZero();
    }

    @Test
    void publishesTheSlotOnceTheTemplateIsMended() {
        article("Ferry returns");
        var newsletters = program.get(Newsletters.class);
        newsletters.apply(
                NewsletterFile.parse("daily.yaml", Harbour.DAILY.replace("${lead.headline}", "${leed.headline}")));
        assertThatThrownBy(() -> publisher.publish(DAILY, SEVEN, Cause.SCHEDULE));

        newsletters.apply(Harbour.daily());

        assertThat(publisher.publish(DAILY, SEVEN, Cause.SCHEDULE)).isInstanceOf(Queued.class);
    }

    private void article(String headline) {
        new Newsroom(program).article(headline, "2026-03-02T05:00:00Z");
    }

    private long editions() {
        return program.database()
                .sql("select count(*) from edition")
                .query(Long.class)
                .single();
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(times);
        try {
            var results = new ArrayList<T>();
            var futures = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            start.countDown();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
