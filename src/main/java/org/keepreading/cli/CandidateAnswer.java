package org.keepreading.cli;

import java.util.List;
import org.keepreading.edition.Selection;
import org.keepreading.edition.Verdict;

/** A teaser that could be in an edition, whether it is, and why. */
record CandidateAnswer(long teaser, String section, String headline, boolean picked, String reason) {

    static List<CandidateAnswer> of(Selection selection) {
        return selection.candidates().stream()
                .map(Verdict::of)
                .map(CandidateAnswer::of)
                .toList();
    }

    static CandidateAnswer of(Verdict verdict) {
        return new CandidateAnswer(
                verdict.teaserId(), verdict.section().value(), verdict.headline(), verdict.picked(), verdict.reason());
    }
}
