package org.keepreading.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keepreading.delivery.DeferralReason;
import org.keepreading.delivery.Progress;
import org.keepreading.delivery.Undelivered.Failed;
import org.keepreading.edition.Issue;

/**
 * What {@code --json} says of an edition.
 *
 * @param deliveries how many by outcome; {@code null} in a list, as are {@code failed} and {@code candidates}
 * @param failed how many by what they failed for
 * @param failures each of those whom it failed to reach for good; {@code null} in a list, as are {@code deferrals}
 * @param deferrals how many are tried again, by reason
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
        @Nullable Map<String, Long> deliveries,
        @Nullable Map<String, Long> failed,
        @Nullable List<FailureAnswer> failures,
        @Nullable List<DeferralReason> deferrals,
        @Nullable List<CandidateAnswer> candidates) {

    /**
     * @param subscriber their number
     * @param address {@code null}: they were erased since, and {@code reason} with it
     */
    record FailureAnswer(
            long subscriber,
            @Nullable String address,
            @Nullable String reason,
            Instant at) {
        static FailureAnswer of(Failed failed) {
            return new FailureAnswer(failed.subscriberId(), failed.address(), failed.reason(), failed.at());
        }
    }

    static EditionAnswer of(Issue issue) {
        return of(issue, null, null, null, null, null);
    }

    static EditionAnswer with(Issue issue, App app) {
        var id = issue.id();
        return of(
                issue,
                outcomes(app.deliveries().progress(id)),
                app.failures().byKind(id),
                app.undelivered().allFailed(id).stream().map(FailureAnswer::of).toList(),
                app.undelivered().deferred(id),
                app.editions().candidates(id).stream().map(CandidateAnswer::of).toList());
    }

    private static Map<String, Long> outcomes(Progress progress) {
        var outcomes = new LinkedHashMap<String, Long>();
        outcomes.put("sent", progress.sent());
        outcomes.put("deferred", progress.deferred());
        outcomes.put("failed", progress.failed());
        outcomes.put("skipped", progress.skipped());
        outcomes.put("left", progress.left());
        return outcomes;
    }

    private static EditionAnswer of(
            Issue issue,
            @Nullable Map<String, Long> deliveries,
            @Nullable Map<String, Long> failed,
            @Nullable List<FailureAnswer> failures,
            @Nullable List<DeferralReason> deferrals,
            @Nullable List<CandidateAnswer> candidates) {
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
                deliveries,
                failed,
                failures,
                deferrals,
                candidates);
    }
}
