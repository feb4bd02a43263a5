package org.keepreading.cli;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.Issue;
import org.keepreading.edition.Verdict;

/**
 * What {@code --json} says of an edition.
 *
 * @param candidates {@code null} in a list
 */
record EditionAnswer(
        long id,
        String newsletter,
        Instant slot,
        String cause,
        String status,
        @Nullable String reason,
        @Nullable Instant frozenAt,
        @Nullable Long audience,
        @Nullable Instant sentAt,
        int revision,
        @Nullable List<CandidateAnswer> candidates) {

    record CandidateAnswer(long teaser, String section, String headline, boolean picked, String reason) {}

    static EditionAnswer of(Issue issue) {
        return of(issue, null);
    }

    static EditionAnswer with(Issue issue, List<Verdict> verdicts) {
        return of(issue, verdicts.stream().map(EditionAnswer::candidate).toList());
    }

    private static EditionAnswer of(Issue issue, @Nullable List<CandidateAnswer> candidates) {
        return new EditionAnswer(
                issue.id(),
                issue.newsletter().value(),
                issue.slot(),
                issue.cause().word(),
                issue.status().word(),
                issue.reason(),
                issue.frozenAt(),
                issue.audience(),
                issue.sentAt(),
                issue.revision(),
                candidates);
    }

    private static CandidateAnswer candidate(Verdict verdict) {
        return new CandidateAnswer(
                verdict.teaserId(), verdict.section().value(), verdict.headline(), verdict.picked(), verdict.reason());
    }
}
