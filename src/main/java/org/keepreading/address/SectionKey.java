package org.keepreading.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a section is called in files and addresses: lower-case letters, digits and hyphens, at most 64. */
public record SectionKey(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final int LONGEST = 64;

    public SectionKey {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "\"" + value
                            + "\" is no section key. Use lower-case letters, digits and hyphens, at most 64, such as \"city-desk\".");
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    /** The key that a title gives by itself: "Arts &amp; Culture" is {@code arts-culture}; letters beyond ASCII stay as their base letter, or as hex. */
    public static SectionKey of(String title) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var key = plain.isEmpty() ? "section-" + Integer.toHexString(title.hashCode()) : plain;
        return new SectionKey(key.length() <= LONGEST ? key : shortened(key));
    }

    /** Two long titles that begin alike are two sections. */
    private static String shortened(String key) {
        var hash = "-" + Integer.toHexString(key.hashCode());
        return key.substring(0, LONGEST - hash.length()).replaceAll("-+$", "") + hash;
    }

    @Override
    public String toString() {
        return value;
    }
}
