package org.keepreading.edition;

/** Says that an edition can't be paused, resumed, cancelled, amended or retried any more. */
public final class EditionOver extends RuntimeException {
    public EditionOver(Issue issue, String verb) {
        super("Edition %d of \"%s\" for %s %s, so there is nothing to %s%s"
                .formatted(issue.id(), issue.newsletter(), issue.slot(), stand(issue), verb, advice(issue)));
    }

    private static String stand(Issue issue) {
        return isAhead(issue) ? "is only planned" : "is " + issue.status().word() + " already";
    }

    private static String advice(Issue issue) {
        return isAhead(issue) ? " yet. \"editions cancel " + issue.id() + "\" takes it back." : ".";
    }

    private static boolean isAhead(Issue issue) {
        return issue.status() == EditionStatus.PLANNED;
    }
}
