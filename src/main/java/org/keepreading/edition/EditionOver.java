package org.keepreading.edition;

/** Says that an edition can't be paused, resumed, cancelled, amended or retried any more. */
public final class EditionOver extends RuntimeException {
    public EditionOver(Issue issue, String verb) {
        super("Edition %d of \"%s\" for %s is %s already, so there is nothing to %s."
                .formatted(
                        issue.id(),
                        issue.newsletter(),
                        issue.slot(),
                        issue.status().word(),
                        verb));
    }
}
