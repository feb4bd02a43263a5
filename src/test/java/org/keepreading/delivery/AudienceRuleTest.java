package org.keepreading.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.delivery.DeliveryNewsroom.DAILY;
import static org.keepreading.delivery.DeliveryNewsroom.WEEKLY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.address.ListKey;
import org.keepreading.relay.RelayAt;
import org.keepreading.subscriber.Erased;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.TestDatabase;

/**
 * The rule of audience and consent, as a table: what Ada did before and after the freeze; whether she is counted in the
 * edition's audience, and among those who want the next one; what becomes of her message. All who ask it must agree.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AudienceRuleTest {
    private static final List<ListKey> BOTH = List.of(DAILY, WEEKLY);
    private final FaultyRelay relay = new FaultyRelay();
    private final DeliveryNewsroom newsroom;
    private final Map<String, LongConsumer> deeds;

    AudienceRuleTest(TestDatabase database) {
        newsroom = new DeliveryNewsroom(database);
        deeds = Map.of(
                "nothing", ada -> {},
                "joins the daily", ada -> newsroom.joins(ada, DAILY),
                "joins both", ada -> BOTH.forEach(list -> newsroom.joins(ada, list)),
                "leaves the daily", ada -> newsroom.leaves(ada, DAILY),
                "joins and leaves",
                        ada -> {
                            newsroom.joins(ada, DAILY);
                            newsroom.leaves(ada, DAILY);
                        },
                "bounces", ada -> newsroom.becomes(ada, "bounced"),
                "joins and bounces",
                        ada -> {
                            newsroom.joins(ada, DAILY);
                            newsroom.becomes(ada, "bounced");
                        },
                "complains", ada -> newsroom.suppresses("ada@example.org"),
                "joins and complains",
                        ada -> {
                            newsroom.joins(ada, DAILY);
                            newsroom.suppresses("ada@example.org");
                        });
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({
        "joins the daily,     nothing,          1, 1, sent: 250 OK",
        "joins both,          leaves the daily, 1, 1, sent: 250 OK",
        "joins the daily,     leaves the daily, 1, 0, skipped: unsubscribed",
        "joins the daily,     bounces,          1, 0, skipped: bounced",
        "joins the daily,     complains,        1, 0, skipped: suppressed: complained",
        "joins and leaves,    nothing,          0, 0, none",
        "joins and bounces,   nothing,          0, 0, none",
        "joins and complains, nothing,          0, 0, none",
        "nothing,             joins the daily,  0, 1, none",
        "nothing,             nothing,          0, 0, none",
    })
    void isOneForAllWhoAsk(String before, String after, long counted, long wanting, String delivery) {
        var ada = newsroom.subscriber("ada@example.org");
        var edition = frozen(ada, before, after);

        assertThat(newsroom.members.count(edition)).isEqualTo(counted);
        assertThat(newsroom.members.count(BOTH)).isEqualTo(wanting);
        assertThat(newsroom.members.all(BOTH, Long.MAX_VALUE)).hasSize((int) wanting);
        newsroom.senders(RelayAt.port(relay.port()), Sending.by(1)).drain(edition);
        assertThat(newsroom.deliveryTo(edition, ada)).startsWith(delivery.replace("250 OK", ""));
    }

    /** Whoever is erased before they were reached was in the audience, and stays in its figures. */
    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({
        "joins the daily,     nothing,          1",
        "joins the daily,     leaves the daily, 1",
        "joins the daily,     complains,        1",
        "joins and leaves,    nothing,          0",
        "joins and bounces,   nothing,          0",
        "nothing,             joins the daily,  0",
    })
    void isKeptToWhenSomebodyIsErased(String before, String after, long skipped) {
        var ada = newsroom.subscriber("ada@example.org");
        var edition = frozen(ada, before, after);

        new ErasedReaders(newsroom.many, newsroom.clock).forget(new Erased(ada));

        assertThat(newsroom.deliveries.progress(edition).skipped()).isEqualTo(skipped);
    }

    /** To both lists, with time between the deeds. */
    private long frozen(long ada, String before, String after) {
        requireNonNull(deeds.get(before)).accept(ada);
        newsroom.clock.advance(Duration.ofMinutes(1));
        var edition = newsroom.edition();
        newsroom.audiences(1).queue(edition, BOTH);
        newsroom.clock.advance(Duration.ofMinutes(1));
        requireNonNull(deeds.get(after)).accept(ada);
        return edition;
    }
}
