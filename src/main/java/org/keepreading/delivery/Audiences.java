package org.keepreading.delivery;

import static org.keepreading.delivery.Batches.LARGEST_BATCH;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.ListKey;
import org.keepreading.edition.Editions;
import org.keepreading.relay.RelayLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The subscribers that an edition goes to, fixed when it is frozen and queued as batches of neighbours. A large audience is
 * not looked at then: it is queued as wide batches, which are cut when they are claimed, and counted while the first
 * messages leave already.
 */
@Component
public class Audiences {
    private static final int SMALLEST_BATCH = 20;
    /** So that no connection is idle while another works through the last batch. */
    private static final int BATCHES_PER_CONNECTION = 4;

    private final Members members;
    private final Batches batches;
    private final Editions editions;
    private final EditionLog log;
    private final RelayLimits limits;
    private final TransactionTemplate transaction;
    private final AudienceCounts counts;
    private final WakeUp wakeUp;
    private final Clock clock;

    Audiences(
            Members members,
            Batches batches,
            Editions editions,
            EditionLog log,
            RelayLimits limits,
            TransactionTemplate transaction,
            AudienceCounts counts,
            WakeUp wakeUp,
            Clock clock) {
        this.members = members;
        this.batches = batches;
        this.editions = editions;
        this.log = log;
        this.limits = limits;
        this.transaction = transaction;
        this.counts = counts;
        this.wakeUp = wakeUp;
        this.clock = clock;
    }

    /** How many an edition for these lists would go to now: active, on one of the lists at least, not suppressed. */
    public long count(List<ListKey> lists) {
        return members.count(lists);
    }

    /** An edition that is being sent to the list, or is paused. */
    public Optional<Long> unfinished(ListKey list) {
        return batches.unfinished(list);
    }

    /** Fixes the edition's audience and queues it; the senders start once the caller's transaction is committed. */
    public void queue(long editionId, List<ListKey> lists) {
        transaction.executeWithoutResult(status -> {
            var until = members.newestSubscription();
            batches.goesTo(editionId, lists);
            var readers = queue(editionId, lists, until);
            editions.audience(editionId, readers, until);
            if (readers != null) {
                log.queued(editions.get(editionId), readers); // else AudienceCounts does
            }
            AfterCommit.run(() -> {
                wakeUp.call();
                counts.begin();
            });
        });
    }

    /** How many it is; null: not known yet. */
    private @Nullable Long queue(long editionId, List<ListKey> lists, long until) {
        if (members.mayExceed(lists, until, atOnce())) {
            add(editionId, wideRuns(members.everybody()));
            return null;
        }
        var audience = members.all(lists, until);
        add(editionId, runs(audience, batchSize(audience.size())));
        return (long) audience.size();
    }

    private void add(long editionId, List<IdRange> runs) {
        batches.add(editionId, runs, clock.instant());
    }

    private int atOnce() {
        return shares() * LARGEST_BATCH;
    }

    /** As many for each connection as of the others, so that none waits until another has claimed. */
    private List<IdRange> wideRuns(IdRange everybody) {
        var last = everybody.last();
        var span = Math.max(LARGEST_BATCH, (last - everybody.first()) / shares() + 1);
        return LongStream.iterate(everybody.first(), from -> from <= last, from -> from + span)
                .mapToObj(from -> IdRange.wide(from, Math.min(last, from + span - 1)))
                .toList();
    }

    private int batchSize(int members) {
        var share = members / shares();
        return Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, share));
    }

    private int shares() {
        return limits.connections() * BATCHES_PER_CONNECTION;
    }

    private static List<IdRange> runs(List<Long> ids, int size) {
        var runs = new ArrayList<IdRange>();
        for (var from = 0; from < ids.size(); from += size) {
            runs.add(IdRange.of(ids.subList(from, Math.min(ids.size(), from + size))));
        }
        return runs;
    }
}
