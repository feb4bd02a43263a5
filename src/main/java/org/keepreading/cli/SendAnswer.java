package org.keepreading.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.publishing.Trial;

/**
 * What {@code send} did, or would do: in a sentence, or for a script.
 *
 * @param outcome the edition's status, else "tested", "nothing to send" or "dry run"
 * @param edition {@code null}: there is none
 * @param audience how many it would go to; {@code null}: it is no dry run, as for {@code stops} and {@code candidates}
 * @param stops what preflight stops it for
 */
record SendAnswer(
        String newsletter,
        Instant slot,
        String outcome,
        String sentence,
        @Nullable StandAnswer edition,
        @Nullable Long audience,
        @Nullable List<String> stops,
        @Nullable List<CandidateAnswer> candidates) {

    static SendAnswer of(HandSlot slot, String outcome, String sentence) {
        return new SendAnswer(slot.newsletter().key().value(), slot.slot(), outcome, sentence, null, null, null, null);
    }

    SendAnswer with(StandAnswer edition) {
        return new SendAnswer(newsletter, slot, outcome, sentence, edition, null, null, null);
    }

    SendAnswer with(long audience, List<String> stops, Trial proof) {
        return new SendAnswer(
                newsletter, slot, outcome, sentence, null, audience, stops, CandidateAnswer.of(proof.selection()));
    }

    void print(PrintWriter out, boolean json) {
        out.println(json ? Json.of(this) : sentence);
    }
}
