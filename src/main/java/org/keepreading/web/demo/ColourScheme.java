package org.keepreading.web.demo;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a message is shown as on a light screen or on a dark one, whatever the reader's own is. */
enum ColourScheme {
    LIGHT,
    DARK;

    private static final Pattern QUERY = Pattern.compile("\\(\\s*prefers-color-scheme\\s*:\\s*(light|dark)\\s*\\)");
    private static final Pattern HEAD = Pattern.compile("(?i)<head(\\s[^>]*)?>");
    private static final String ALWAYS = "(min-width: 0)";
    private static final String NEVER = "(max-width: 0)";

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message's HTML for this screen: its links open beside the page, and a scroll bar takes none of its width. */
    String show(String html) {
        var decided = QUERY.matcher(html).replaceAll(query -> query.group(1).equals(word()) ? ALWAYS : NEVER);
        return HEAD.matcher(decided)
                .replaceFirst("$0<base target=\"_blank\"><style>:root{color-scheme:" + word()
                        + ";scrollbar-width:none}</style>");
    }
}
