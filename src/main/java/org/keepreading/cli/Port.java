package org.keepreading.cli;

import java.util.regex.Pattern;

/** Where a server listens. */
record Port(int number) {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int LAST = 65_535;

    static Port of(String word) {
        if (!FORM.matcher(word).matches() || Integer.parseInt(word) > LAST) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" is no port. Write a number from 1 to 65535, such as 8080.");
        }
        return new Port(Integer.parseInt(word));
    }
}
