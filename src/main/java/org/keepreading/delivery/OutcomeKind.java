package org.keepreading.delivery;

import java.util.regex.Pattern;

/**
 * The word by which figures tell outcomes apart: a reply's class and subject (RFC 3463, section 3), such as "5.1" for an
 * address and "5.7" for a policy, its first digit where it has none, or why there is no reply.
 */
public record OutcomeKind(String word) {
    /** No message can be made for this reader. */
    static final OutcomeKind UNSENDABLE = new OutcomeKind("unsendable");

    /** The receiver takes no more at a time: nothing was tried. */
    static final OutcomeKind HELD_BACK = new OutcomeKind("held-back");

    static final OutcomeKind SUPPRESSED = new OutcomeKind("suppressed");
    static final OutcomeKind NO_STORY = new OutcomeKind("no-story");
    static final OutcomeKind TOO_LATE = new OutcomeKind("too-late");

    private static final Pattern FAILING = Pattern.compile("[245](\\.[0-7])?|unsendable|unanswered|time-out");

    /**
     * Of a failed delivery, as somebody typed it.
     *
     * @throws IllegalArgumentException with a sentence, where no delivery fails so
     */
    public static OutcomeKind failing(String word) {
        if (!FAILING.matcher(word).matches()) {
            throw new IllegalArgumentException("\"" + word
                    + "\" is no class of replies. Write one that \"editions show\" lists, such as 5.7 or 5.2.");
        }
        return new OutcomeKind(word);
    }

    @Override
    public String toString() {
        return word;
    }
}
