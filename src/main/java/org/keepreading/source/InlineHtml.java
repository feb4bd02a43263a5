package org.keepreading.source;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What a paragraph may hold once it is stored: emphasis, links to the web, and nothing that acts, loads or lays out. */
final class InlineHtml {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small",
                    "strong", "sub", "sup", "u")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .toFactory();

    private InlineHtml() {}

    static String sanitise(String html) {
        return POLICY.sanitize(html).strip();
    }
}
