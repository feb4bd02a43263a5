package org.keepreading.edition;

/** Says why an edition can't be amended now, and what to do. */
public final class AmendRefused extends RuntimeException {
    private AmendRefused(Issue issue, String why) {
        super("Edition %d of \"%s\" for %s %s".formatted(issue.id(), issue.newsletter(), issue.slot(), why));
    }

    static AmendRefused notStopped(Issue issue) {
        return new AmendRefused(
                issue, "is being sent. Stop it first with \"editions pause " + issue.id() + "\", then amend it.");
    }

    static AmendRefused amendedMeanwhile(Issue issue) {
        return new AmendRefused(
                issue,
                "was amended or set going by somebody else just now. Look at it with \"editions show " + issue.id()
                        + "\", then do it again.");
    }

    /** @param found such as "no new story, and the newsletter's minimum is 1" */
    public static AmendRefused tooFew(Issue issue, String found) {
        return new AmendRefused(
                issue,
                "stays as it is: set anew it would have " + found + ". \"editions cancel " + issue.id()
                        + "\" calls it off.");
    }
}
