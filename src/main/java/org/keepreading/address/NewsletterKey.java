package org.keepreading.address;

import java.util.regex.Pattern;

/** What a newsletter is called in files, commands and addresses: lower-case letters, digits and hyphens, at most 64. */
public record NewsletterKey(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    public NewsletterKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "\"" + value
                            + "\" is no newsletter key. Use lower-case letters, digits and hyphens, at most 64, such as \"daily\".");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
