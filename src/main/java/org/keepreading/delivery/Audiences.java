package org.keepreading.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.keepreading.edition.Editions;
import org.keepreading.subscriber.ListKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The subscribers that an edition goes to, fixed when it is frozen and queued as batches of neighbours. */
@Component
public class Audiences {
    static final int LARGEST_BATCH = 1_000;
    private static final int SMALLEST_BATCH = 20;
    /** So that no connection is idle while another works through the last batch. */
    private static final int BATCHES_PER_CONNECTION = 4;

    private final Members members;
    private final Batches batches;
    private final Editions editions;
    private final SenderSettings settings;
    private final TransactionTemplate transaction;
    private final Bell bell;
    private final Clock clock;

    Audiences(
            Members members,
            Batches batches,
            Editions editions,
            SenderSettings settings,
            TransactionTemplate transaction,
            Bell bell,
            Clock clock) {
        this.members = members;
        this.batches = batches;
        this.editions = editions;
        this.settings = settings;
        this.transaction = transaction;
        this.bell = bell;
        this.clock = clock;
    }

    /** How many an edition for these lists would go to now: active, on one of the lists at least, not suppressed. */
    public long count(List<ListKey> lists) {
        return members.count(lists);
    }

    /**
     * Fixes the edition's audience and queues it; the senders start once the caller's transaction is committed.
     *
     * @return how many it is
     */
    public long queue(long editionId, List<ListKey> lists) {
        bell.ringAfterCommit();
        return transaction.execute(status -> {
            var until = members.newestSubscription();
            var audience = queue(editionId, lists, until);
            batches.goesTo(editionId, lists);
            editions.audience(editionId, audience, until);
            return audience;
        });
    }

    private long queue(long editionId, List<ListKey> lists, long until) {
        var now = clock.instant();
        var whole = settings.connections() * BATCHES_PER_CONNECTION * LARGEST_BATCH;
        var page = members.after(0, lists, until, whole);
        var size = batchSize(page.size());
        var audience = 0L;
        while (!page.isEmpty()) {
            batches.add(editionId, runs(page, size), now);
            audience += page.size();
            page = members.after(page.get(page.size() - 1), lists, until, whole);
        }
        return audience;
    }

    private int batchSize(int members) {
        var share = members / (settings.connections() * BATCHES_PER_CONNECTION);
        return Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, share));
    }

    private static List<Run> runs(List<Long> ids, int size) {
        var runs = new ArrayList<Run>();
        for (var from = 0; from < ids.size(); from += size) {
            runs.add(Run.of(ids.subList(from, Math.min(ids.size(), from + size))));
        }
        return runs;
    }
}
