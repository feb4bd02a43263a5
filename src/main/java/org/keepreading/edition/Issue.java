package org.keepreading.edition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;

/**
 * What became of a newsletter's slot, without the edition's content.
 *
 * @param reason why it was skipped, missed, stopped, paused or cancelled
 * @param frozenAt {@code null} where there was nothing to freeze: skipped, missed or stopped
 * @param audience how many subscribers it is for; {@code null} until they are counted
 * @param audienceUntil the newest subscription that belongs to its audience
 * @param sentAt when the last delivery had its outcome
 * @param triedAt when everybody had been tried and some were deferred; {@code null}: not yet, or nobody was
 * @param revision 1 as it was frozen, one more each time it was amended
 */
public record Issue(
        long id,
        NewsletterKey newsletter,
        Instant slot,
        Cause cause,
        EditionStatus status,
        @Nullable String reason,
        @Nullable Instant frozenAt,
        @Nullable Long audience,
        @Nullable Long audienceUntil,
        @Nullable Instant sentAt,
        @Nullable Instant triedAt,
        int revision) {

    /** Whether it has an audience, counted or not. */
    public boolean isQueued() {
        return audienceUntil != null;
    }

    /** What it is now. */
    public Revision current() {
        return new Revision(id, revision);
    }
}
