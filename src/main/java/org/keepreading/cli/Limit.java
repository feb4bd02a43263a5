package org.keepreading.cli;

import java.util.regex.Pattern;

/** How many lines of a list are wanted at most. */
record Limit(int most) {
    static final String AT_MOST = "How many at most (default: ${DEFAULT-VALUE}).";
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,8}");

    static Limit of(String word) {
        if (!FORM.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" is not how many there can be. Write a whole number from 1, such as 20.");
        }
        return new Limit(Integer.parseInt(word));
    }

    @Override
    public String toString() {
        return String.valueOf(most);
    }
}
