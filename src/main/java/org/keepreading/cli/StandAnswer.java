package org.keepreading.cli;

import java.io.PrintWriter;
import org.keepreading.delivery.EditionControl.Stand;
import org.keepreading.edition.Issue;

/** What a command that stops an edition, or sets it going, says of it: in words, or for a script. */
record StandAnswer(
        long id,
        String newsletter,
        String slot,
        String status,
        int revision,
        long audience,
        long sent,
        long deferred,
        long failed,
        long skipped,
        long left,
        long inHand) {

    static StandAnswer of(Stand stand) {
        var issue = stand.issue();
        var progress = stand.progress();
        return new StandAnswer(
                issue.id(),
                issue.newsletter().value(),
                issue.slot().toString(),
                issue.status().word(),
                issue.revision(),
                progress.audience(),
                progress.sent(),
                progress.deferred(),
                progress.failed(),
                progress.skipped(),
                progress.left(),
                stand.inHand());
    }

    /** Of one that was planned, and is no more. */
    static StandAnswer takenBack(Issue plan) {
        return new StandAnswer(
                plan.id(),
                plan.newsletter().value(),
                plan.slot().toString(),
                "taken back",
                plan.revision(),
                0,
                0,
                0,
                0,
                0,
                0,
                0);
    }

    /**
     * @param became such as "is paused"
     * @param then what can be done now; empty: nothing
     */
    void print(PrintWriter out, boolean json, String became, String then) {
        out.println(said(json, became, then));
    }

    Object said(boolean json, String became, String then) {
        return json ? Json.of(this) : sentence(became) + (then.isEmpty() ? "" : " " + then);
    }

    private String sentence(String became) {
        return "Edition %d of %s %s: %,d sent, %,d failed, %,d skipped, %,d left, nobody twice.%s"
                .formatted(id, newsletter, became, sent, failed, skipped, left, doubt());
    }

    /** After a kill, or where the relay takes its time. */
    private String doubt() {
        return inHand == 0
                ? ""
                : " Of these up to %,d may be on their way: their outcome is not known yet.".formatted(inHand);
    }
}
