package org.keepreading.cli;

import java.util.regex.Pattern;

/** What a teaser is called on the command line. */
record TeaserNumber(long id) {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,18}");

    static TeaserNumber of(String word) {
        if (!FORM.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    "\"" + word
                            + "\" is no teaser's number. Write one that \"teasers list\" shows in front of a headline, such as 17.");
        }
        return new TeaserNumber(Long.parseLong(word));
    }
}
