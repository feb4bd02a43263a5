package org.keepreading.source;

import java.util.Set;
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
    private static final Pattern REFERENCE = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\\w{1,31});");

    static XmlText repair(String document) {
        var legal = ILLEGAL.matcher(document).replaceAll("");
        var doctype = Doctype.find(legal);
        return new XmlText(withoutBareAmpersands(doctype.cutOutOf(legal)), entities(doctype.of(legal)));
    }

    private static Set<String> entities(String doctype) {
        return ENTITY.matcher(doctype).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** By hand, as megabytes of CDATA go through it. */
    private static String withoutBareAmpersands(String text) {
        var mended = new StringBuilder(text.length());
        var reference = REFERENCE.matcher(text);
        for (var at = 0; at < text.length(); ) {
            var end = endOfPiece(text, at);
            mended.append(text, at, end);
            if (text.charAt(at) == '&' && !reference.region(at, text.length()).lookingAt()) {
                mended.append("amp;");
            }
            at = end;
        }
        return mended.toString();
    }

    /** Of CDATA, a comment, an ampersand, or what stands before the next of these. */
    private static int endOfPiece(String text, int at) {
        if (text.startsWith("<![CDATA[", at)) {
            return behind(text, "]]>", at + "<![CDATA[".length());
        }
        if (text.startsWith("<!--", at)) {
            return behind(text, "-->", at + "<!--".length());
        }
        var end = at + 1;
        while (text.charAt(at) != '&' && end < text.length() && text.charAt(end) != '<' && text.charAt(end) != '&') {
            end++;
        }
        return end;
    }

    private static int behind(String text, String end, int from) {
        var at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }
}
