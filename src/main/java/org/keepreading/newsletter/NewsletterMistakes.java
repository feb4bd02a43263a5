package org.keepreading.newsletter;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Everything that is wrong with a newsletter's file, each mistake with its place. */
public final class NewsletterMistakes extends RuntimeException {
    private final List<Mistake> mistakes;

    NewsletterMistakes(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(joining(System.lineSeparator())));
        this.mistakes = List.copyOf(mistakes);
    }

    /** In the file's order. */
    public List<Mistake> all() {
        return mistakes;
    }

    /** One of them. {@code reason} says what to write instead. */
    public record Mistake(String file, int line, String reason) {
        @Override
        public String toString() {
            return file + ", line " + line + ": " + reason;
        }
    }
}
