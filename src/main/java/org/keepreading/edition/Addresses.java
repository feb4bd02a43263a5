package org.keepreading.edition;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** Takes out of a page every address that is neither on the web nor a mail address, whichever way it came in. */
final class Addresses {
    private static final List<String> ATTRIBUTES = List.of("href", "src", "background", "action", "srcset");
    private static final Pattern HARMLESS = Pattern.compile("(?i)(https?://|mailto:|#).*");

    private Addresses() {}

    static void clean(Document document, Marks marks) {
        for (var attribute : ATTRIBUTES) {
            for (var element : document.select("[" + attribute + "]")) {
                var address = element.attr(attribute).strip();
                if (!HARMLESS.matcher(address).matches() && !marks.isMark(address)) {
                    element.removeAttr(attribute);
                }
            }
        }
    }
}
