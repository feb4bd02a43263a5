package org.keepreading.delivery;

import java.util.regex.Pattern;

/** Why deliveries failed, in the word that figures know it by: a reply's class and subject, its first digit, or our own reason. */
public record ReplyClass(String value) {
    private static final Pattern FORM = Pattern.compile("[245](\\.[0-7])?|" + OutcomeClass.UNSENDABLE);

    public ReplyClass {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value
                    + "\" is no class of replies. Write one that \"editions show\" lists, such as 5.7 or 5.2.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
