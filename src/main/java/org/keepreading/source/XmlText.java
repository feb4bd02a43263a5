package org.keepreading.source;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An XML document's text, repaired so far that its tree can be read: no control characters, no DOCTYPE, no bare ampersands.
 * Lines stay where they were.
 *
 * @param entities what the DOCTYPE defined; none of it is ever expanded
 */
record XmlText(String value, Set<String> entities) {
    static final Pattern ILLEGAL = Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+([\\w:.-]+)\\s");
    private static final Pattern AMPERSAND = Pattern.compile(
            "(?s)<!\\[CDATA\\[.*?(?:\\]\\]>|\\z)|<!--.*?(?:-->|\\z)|&(?!#\\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z]\\w{1,31};)");

    static XmlText repair(String document) {
        var legal = ILLEGAL.matcher(document).replaceAll("");
        var doctype = Doctype.find(legal);
        return new XmlText(
                AMPERSAND.matcher(doctype.cutOutOf(legal)).replaceAll(XmlText::escaped), entities(doctype.of(legal)));
    }

    private static Set<String> entities(String doctype) {
        return ENTITY.matcher(doctype).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String escaped(MatchResult found) {
        return found.group().equals("&") ? "&amp;" : Matcher.quoteReplacement(found.group());
    }
}
