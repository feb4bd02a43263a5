package org.keepreading.source;

import java.time.Clock;
import org.keepreading.teaser.Sections;
import org.keepreading.teaser.Teasers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Brings a document's entries into the store: a bad one is refused with its reason, and the rest goes in. */
@Component
class Importer {
    /** Of a feed that is polled: more than a newsroom writes in a week, and what one poll may cost has an end. */
    static final int MOST_OF_A_POLL = 1_000;

    private final Teasers teasers;
    private final Sections sections;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final int longestExcerpt;

    Importer(
            Teasers teasers,
            Sections sections,
            TransactionOperations transactions,
            Clock clock,
            SourceSettings settings) {
        this.teasers = teasers;
        this.sections = sections;
        this.transactions = transactions;
        this.clock = clock;
        this.longestExcerpt = settings.excerpt();
    }

    /**
     * Takes all that the document holds, part by part.
     *
     * @param sourceKnown whether the source was read before
     * @throws FeedProblem if the document holds no entries that could be read
     */
    ImportReport take(Document document, String source, Rules rules, boolean sourceKnown) {
        var intake = intake(source, rules, sourceKnown);
        ReadAhead.each(Documents.read(document).iterator(), intake::take);
        return intake.report();
    }

    /**
     * Takes no more than the document's {@value #MOST_OF_A_POLL} newest.
     *
     * @param sourceKnown whether the source was read before
     * @throws FeedProblem if the document holds no entries that could be read
     */
    ImportReport takeNewest(Document document, String source, Rules rules, boolean sourceKnown) {
        var intake = intake(source, rules, sourceKnown);
        intake.takeNewest(Documents.read(document), MOST_OF_A_POLL);
        return intake.report();
    }

    private Intake intake(String source, Rules rules, boolean sourceKnown) {
        return new Intake(
                new Intake.Store(teasers, sections, transactions, clock),
                new Intake.From(source, sourceKnown),
                rules,
                longestExcerpt);
    }
}
