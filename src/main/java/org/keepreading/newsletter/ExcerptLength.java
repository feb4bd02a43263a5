package org.keepreading.newsletter;

/**
 * How much of an article's text a teaser shows: {@code none}, or at most so many letters, cut after a sentence.
 *
 * @param letters 0: none
 */
public record ExcerptLength(int letters) {
    public static final ExcerptLength NONE = new ExcerptLength(0);

    private static final int LEAST = 40;
    private static final int MOST = 10_000;

    static ExcerptLength parse(String text) {
        if (text.equals("none")) {
            return NONE;
        }
        var letters = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (letters < LEAST || letters > MOST) {
            throw new IllegalArgumentException(
                    "\"%s\" is no length of an excerpt. Write how many letters it has at most, from %d to %d, or none."
                            .formatted(text, LEAST, MOST));
        }
        return new ExcerptLength(letters);
    }

    @Override
    public String toString() {
        return letters == 0 ? "none" : String.valueOf(letters);
    }
}
