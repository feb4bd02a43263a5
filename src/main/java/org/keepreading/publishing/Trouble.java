package org.keepreading.publishing;

/**
 * What a check before a send found.
 *
 * @param sentence what is wrong with what, and what to do
 */
public record Trouble(Weight weight, String sentence) {

    /** How much it matters. */
    public enum Weight {
        /** What can't be mended once a mail has left: nothing goes out before. */
        STOPS,
        /** The edition would be skipped, or wait, by itself. */
        HINDERS,
        /** Mail goes out, and its way to the inbox is harder. */
        WARNS
    }

    static Trouble stop(String sentence) {
        return new Trouble(Weight.STOPS, sentence);
    }

    static Trouble hindrance(String sentence) {
        return new Trouble(Weight.HINDERS, sentence);
    }

    static Trouble warning(String sentence) {
        return new Trouble(Weight.WARNS, sentence);
    }

    public boolean stops() {
        return weight == Weight.STOPS;
    }
}
