package org.keepreading.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;
import static org.keepreading.delivery.DeliveryNewsroom.WEEKLY;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.TestDatabase;

/** Whom a frozen edition is queued for, a short list and a large one. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AudiencesTest {
    private final DeliveryNewsroom newsroom;
    private final Audiences audiences;

    AudiencesTest(TestDatabase database) {
        newsroom = new DeliveryNewsroom(database);
        audiences = newsroom.audiences(4);
    }

    @Test
    void holdWhoeverIsOnTwoListsOnce() {
        newsroom.subscriber("ada@example.org", DAILY, WEEKLY);
        newsroom.subscriber("grace@example.org", WEEKLY);

        var edition = newsroom.edition();

        audiences.queue(edition, List.of(DAILY, WEEKLY));

        assertThat(audience(edition)).isEqualTo(2);
        assertThat(audiences.count(List.of(DAILY, WEEKLY))).isEqualTo(2);
    }

    @Test
    void areUnfinishedUntilTheirEditionIsOver() {
        newsroom.subscriber("ada@example.org", DAILY);
        var edition = newsroom.edition();
        audiences.queue(edition, List.of(DAILY));

        assertThat(audiences.unfinished(DAILY)).hasValue(edition);
        assertThat(audiences.unfinished(WEEKLY)).isEmpty();
        newsroom.editions.cancel(edition, "by hand");
        assertThat(audiences.unfinished(DAILY)).isEmpty();
    }

    @Test
    void leaveOutWhoeverIsNotToBeMailed() {
        var ada = newsroom.subscriber("ada@example.org", DAILY);
        newsroom.becomes(newsroom.subscriber("pending@example.org", DAILY), "pending");
        newsroom.becomes(newsroom.subscriber("bounced@example.org", DAILY), "bounced");
        newsroom.leaves(newsroom.subscriber("left@example.org", DAILY), DAILY);
        newsroom.subscriber("suppressed@example.org", DAILY);
        newsroom.suppresses("suppressed@example.org");
        newsroom.subscriber("elsewhere@example.org", WEEKLY);

        audiences.queue(newsroom.edition(), List.of(DAILY));

        assertThat(runs()).containsExactly(new IdRange(ada, ada, 1));
    }

    @Test
    void areQueuedAsRunsOfAtMostAThousandNeighbours() {
        newsroom.subscribers(3_500, DAILY);
        var edition = newsroom.edition();

        newsroom.audiences(1).queue(edition, List.of(DAILY));

        assertThat(audience(edition)).isEqualTo(3_500);
        assertThat(runs())
                .hasSize(4)
                .allSatisfy(run -> assertThat(run.members()).isBetween(1, 1_000));
        assertThat(covered()).isEqualTo(3_500);
    }

    @Test
    void ofAnySizeAreQueuedUnseenAndCountedBesideTheSenders() {
        newsroom.subscribers(9_500, DAILY);
        var edition = newsroom.edition();

        newsroom.transaction.executeWithoutResult(status -> {
            newsroom.audiences(1).queue(edition, List.of(DAILY));
            assertThat(newsroom.editions.get(edition).audience()).isNull();
            assertThat(runs())
                    .hasSize(4)
                    .allSatisfy(run -> assertThat(run.members()).isEqualTo(2_375));
            assertThat(newsroom.deliveries.progress(edition).left()).isGreaterThanOrEqualTo(9_500);
        });

        await().until(() -> newsroom.editions.get(edition).audience() != null);
        assertThat(audience(edition)).isEqualTo(9_500);
        await().untilAsserted(() -> assertThat(newsroom.told)
                .containsExactly("Edition morning-brief 2026-03-02 07:00Z: queued for 9,500 readers, by schedule"));
        assertThat(covered()).isEqualTo(9_500);
    }

    @Test
    void areLookedAtWhereTheirListIsShortHoweverManyAreOnOthers() {
        newsroom.subscribers(9_500, DAILY);
        var weekly = newsroom.subscriber("ada@example.org", WEEKLY);

        newsroom.audiences(1).queue(newsroom.edition(), List.of(WEEKLY));

        assertThat(runs()).containsExactly(new IdRange(weekly, weekly, 1));
    }

    @Test
    void areCountedAsTheyWereWhenTheEditionWasFrozen() {
        var reader = newsroom.subscriber("ada@example.org", DAILY);
        newsroom.subscriber("grace@example.org", DAILY);
        newsroom.leaves(newsroom.subscriber("left@example.org", DAILY), DAILY);
        newsroom.clock.advance(Duration.ofSeconds(1));
        var edition = newsroom.edition();
        audiences.queue(edition, List.of(DAILY));

        newsroom.clock.advance(Duration.ofSeconds(1));
        newsroom.becomes(reader, "unsubscribed");
        newsroom.suppresses("grace@example.org");
        newsroom.subscriber("edsger@example.org", DAILY);

        assertThat(newsroom.members.count(edition)).isEqualTo(2);
    }

    @Test
    void areCutSmallerWhereConnectionsWouldBeIdle() {
        newsroom.subscribers(800, DAILY);

        audiences.queue(newsroom.edition(), List.of(DAILY));

        assertThat(runs())
                .hasSize(16)
                .allSatisfy(run -> assertThat(run.members()).isEqualTo(50));
    }

    @Test
    void mayBeEmpty() {
        var edition = newsroom.edition();

        audiences.queue(edition, List.of(DAILY));

        assertThat(newsroom.deliveries.progress(edition)).isEqualTo(new Progress(0, 0, 0, 0, 0));
    }

    @Test
    void areGoneWhereTheCallersTransactionFails() {
        newsroom.subscriber("ada@example.org", DAILY);

        newsroom.transaction.executeWithoutResult(status -> {
            audiences.queue(newsroom.edition(), List.of(DAILY));
            status.setRollbackOnly();
        });

        assertThat(newsroom.openBatches()).isZero();
        assertThat(newsroom.count("select count(*) from edition")).isZero();
    }

    private long audience(long edition) {
        return requireNonNull(newsroom.editions.get(edition).audience());
    }

    private long covered() {
        return runs().stream()
                .flatMapToLong(run -> LongStream.rangeClosed(run.first(), run.last()))
                .distinct()
                .count();
    }

    private List<IdRange> runs() {
        return newsroom.jdbc
                .sql("select first_id as first, last_id as last, members from batch order by id")
                .query(IdRange.class)
                .list();
    }
}
