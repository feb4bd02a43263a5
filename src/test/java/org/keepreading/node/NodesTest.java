package org.keepreading.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which processes work on a database, and which fell silent. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class NodesTest {
    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
    private final JdbcClient jdbc;
    private final Nodes nodes;
    private final SharedClock clock;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    NodesTest(TestDatabase database) {
        jdbc = JdbcClient.create(database.fresh());
        nodes = new Nodes(jdbc);
        clock = new SharedClock(Clock.systemUTC(), new DatabaseTime(jdbc));
    }

    @Test
    void showWhatEachHasInHand() {
        Gauge.builder("keepreading.leases.held", () -> 4).register(meters);

        var first = heartbeat("first", clock).begin("serve");
        heartbeat("second", clock).begin("send");

        assertThat(nodes.all())
                .extracting(Node::name, Node::role, Node::inHand)
                .containsExactlyInAnyOrder(tuple("first", "serve", 4), tuple("second", "send", 4));
        first.close();
        assertThat(nodes.all()).extracting(Node::name).containsExactly("second");
    }

    @Test
    void sayHowManyMessagesTheyGotRidOf() {
        var presence = heartbeat("first", clock).begin("serve");

        meters.counter("keepreading.deliveries", "outcome", "sent").increment(1_000);
        meters.counter("keepreading.deliveries", "outcome", "failed").increment(1_000);
        presence.beat();

        assertThat(onlyNode().sentASecond()).isPositive();
        presence.beat();
        assertThat(onlyNode().sentASecond()).isZero();
    }

    @Test
    void areNamedAfterTheirHostAndProcessUnlessASettingSaysOtherwise() {
        heartbeat("", clock).begin("serve");

        assertThat(onlyNode().name()).endsWith(":" + ProcessHandle.current().pid());
    }

    @Test
    void tellWhoseClockIsWrong() {
        heartbeat(
                        "fast",
                        new SharedClock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)), new DatabaseTime(jdbc)))
                .begin("serve");

        assertThat(onlyNode().hasWrongClock()).isTrue();
        assertThat(onlyNode().clockAhead()).isCloseTo(Duration.ofMinutes(5), Duration.ofSeconds(30));
        assertThat(onlyNode().isSilent(clock.instant())).isFalse();
    }

    @Test
    void areSilentWhenTheyWereKilled() {
        heartbeat("killed", clock).begin("serve");

        assertThat(onlyNode().isSilent(clock.instant().plus(ONE_MINUTE.multipliedBy(2))))
                .isTrue();
    }

    @Test
    void areForgottenWhenTheyWereSilentForADay() {
        heartbeat("killed", clock).begin("serve");
        jdbc.sql("update node set seen_at = seen_at - interval '25' hour").update();

        heartbeat("alive", clock).begin("serve");

        assertThat(nodes.all()).extracting(Node::name).containsExactly("alive");
    }

    @Test
    void comeAsNewWhenTheyWakeAfterThat() {
        var suspended = heartbeat("suspended", clock).begin("serve");
        jdbc.sql("delete from node").update();

        suspended.beat();

        assertThat(nodes.all()).extracting(Node::name).containsExactly("suspended");
    }

    @Test
    void saidGoodbyeForGood() {
        var presence = heartbeat("first", clock).begin("serve");

        presence.close();
        presence.beat();

        assertThat(nodes.all()).isEqualTo(List.of());
    }

    private Node onlyNode() {
        var all = nodes.all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** One whose own beats are so far apart that the test's are the only ones. */
    private Heartbeat heartbeat(String name, SharedClock clock) {
        return new Heartbeat(nodes, clock, new NodeSettings(name, Duration.ofDays(1)), meters);
    }
}
