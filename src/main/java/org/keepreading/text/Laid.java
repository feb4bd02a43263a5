package org.keepreading.text;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Text whose line ends are meant, and that holds nothing hidden. */
public final class Laid {
    private final String text;

    private Laid(String text) {
        this.text = text;
    }

    /** Values, or words with values in them, a line each. */
    public static Laid lines(List<String> lines) {
        return new Laid(lines.stream().map(Shown::of).collect(joining(System.lineSeparator())));
    }

    /** An answer for a program: it reads every value as it was. */
    public static Laid json(String json) {
        return new Laid(Shown.escaped(json));
    }

    /** A file as it is kept, or the program's own words: each line is shown as it stands. */
    public static Laid text(String text) {
        return lines(text.lines().toList());
    }

    @Override
    public String toString() {
        return text;
    }
}
