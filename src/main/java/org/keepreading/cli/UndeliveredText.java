package org.keepreading.cli;

import java.util.Map;
import org.keepreading.delivery.DeferralReason;
import org.keepreading.delivery.Undelivered;
import org.keepreading.delivery.Undelivered.Failed;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Issue;

/** Who has not got an edition and why, as a terminal has room for it. */
record UndeliveredText(Facts facts, Undelivered undelivered, Issue issue, NewsletterZones zones) {
    private static final int ADDRESSES = 20;
    private static final int REASONS = 10;

    void deferred() {
        var reasons = undelivered.deferred(issue.id());
        reasons.stream().limit(REASONS).forEach(reason -> facts.and("deferred", words(reason)));
        var others = reasons.stream()
                .skip(REASONS)
                .mapToLong(DeferralReason::readers)
                .sum();
        if (others > 0) {
            facts.and("", "%,d more for other reasons: \"%s\" has all".formatted(others, all()));
        }
    }

    private String words(DeferralReason reason) {
        return issue.status() == EditionStatus.SENDING
                ? "%,d for \"%s\", next try %s"
                        .formatted(
                                reason.readers(), reason.reason(), zones.moment(reason.nextTry(), issue.newsletter()))
                : "%,d for \"%s\"".formatted(reason.readers(), reason.reason());
    }

    /** @param byClass how many failed, by what for */
    void failed(Map<String, Long> byClass) {
        if (byClass.isEmpty()) {
            return;
        }
        facts.and("failed", EditionsCommand.listed(byClass));
        var failed = undelivered.failed(issue.id(), ADDRESSES);
        failed.forEach(each -> facts.and("", words(each)));
        var others = byClass.values().stream().mapToLong(Long::longValue).sum() - failed.size();
        if (others > 0) {
            facts.and(
                    "",
                    failed.isEmpty()
                            ? "who they were is not kept any more"
                            : "%,d more: \"%s\" has all".formatted(others, all()));
        }
    }

    private static String words(Failed failed) {
        return failed.address() == null
                ? "somebody who was erased since"
                : failed.address() + ": " + (failed.reason() == null ? "no reason is known" : failed.reason());
    }

    private String all() {
        return "editions show " + issue.id() + " --json";
    }
}
