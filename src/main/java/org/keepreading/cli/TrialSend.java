package org.keepreading.cli;

import java.io.PrintWriter;
import org.keepreading.address.EmailAddress;
import org.keepreading.edition.Edition;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Issue;
import org.keepreading.edition.Variant;
import org.keepreading.publishing.Trial;
import picocli.CommandLine;

/** What would be sent for a slot: shown, or mailed to one address. Nothing of it is recorded. */
record TrialSend(HandSlot slot, PrintWriter out, PrintWriter err, boolean json) {

    TrialSend(HandSlot slot, CommandLine command, boolean json) {
        this(slot, command.getOut(), command.getErr(), json);
    }

    int mailTo(EmailAddress address) {
        var proof = slot.proof();
        var variant = proof.variant();
        if (variant == null) {
            return nothingToSend(proof);
        }
        new RelayWait(err).during(() -> sent(proof.selection().edition(), variant, address));
        return say(
                "tested",
                "The edition for " + slot.moment() + " went to " + address
                        + " alone, as a test that counts for nothing.");
    }

    private EmailAddress sent(Edition edition, Variant variant, EmailAddress address) {
        slot.app().proofs().send(edition, variant, address);
        return address;
    }

    private int nothingToSend(Trial proof) {
        return say(
                "nothing to send",
                "Nothing to send for " + slot.moment() + ": "
                        + proof.selection().tooFew().orElseThrow() + ".");
    }

    private int say(String outcome, String sentence) {
        SendAnswer.of(slot, outcome, sentence).print(out, json);
        return 0;
    }

    int show() {
        slot.edition()
                .filter(issue -> issue.status() != EditionStatus.STOPPED)
                .ifPresentOrElse(this::showWhatIs, this::showWhatWouldBe);
        return 0;
    }

    private void showWhatIs(Issue issue) {
        slot.answer(issue, "Dry run. " + slot.standing(issue)).print(out, json);
    }

    private void showWhatWouldBe() {
        var proof = slot.proof();
        var stops = slot.stops(proof);
        if (!json) {
            new Listing(out).print(proof.selection());
            stops.forEach(stop -> out.println("x " + stop));
        }
        SendAnswer.of(slot, "dry run", wouldBe(proof))
                .with(slot.readers(), stops, proof)
                .print(out, json);
    }

    private String wouldBe(Trial proof) {
        return proof.variant() == null
                ? "Dry run: nothing would be sent, "
                        + proof.selection().tooFew().orElseThrow() + "."
                : "Dry run: %s would go to %s. Nothing was sent.".formatted(HandSlot.stories(proof), slot.audience());
    }
}
