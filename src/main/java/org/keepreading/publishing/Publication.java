package org.keepreading.publishing;

import org.keepreading.edition.Issue;

/** What became of a newsletter's slot. */
public sealed interface Publication {

    Issue issue();

    /** Built and frozen just now, its audience queued: the senders take it from here. */
    record Queued(Issue issue) implements Publication {}

    /** Somebody built it before: it goes on as it stands. */
    record AlreadyThere(Issue issue) implements Publication {}

    /** There was too little to send; recorded with the reason. */
    record Skipped(Issue issue) implements Publication {}

    /** Preflight found what can't be mended once a mail has left; recorded with the reason, and nothing has left. */
    record Stopped(Issue issue) implements Publication {}

    /** It came to its turn later than its grace allows; recorded. */
    record Missed(Issue issue) implements Publication {}
}
