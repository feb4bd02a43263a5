package org.keepreading.source;

import java.util.regex.Pattern;

/** Where a document's DOCTYPE stands: from its first character to the one after its last; nowhere where it has none. */
record Doctype(int start, int end) {
    private static final Pattern BEGINNING =
            Pattern.compile("(?is)<!--.*?(?:-->|\\z)|<\\?.*?(?:\\?>|\\z)|<!DOCTYPE|<[A-Za-z]");
    private static final Doctype NONE = new Doctype(0, 0);

    static Doctype find(String document) {
        return BEGINNING
                .matcher(document)
                .results()
                .filter(found ->
                        !found.group().startsWith("<!--") && !found.group().startsWith("<?"))
                .findFirst()
                .filter(found -> found.group().startsWith("<!"))
                .map(found -> new Doctype(found.start(), end(document, found.end())))
                .orElse(NONE);
    }

    /** The document with nothing but the line breaks in its place. */
    String cutOutOf(String document) {
        return document.substring(0, start) + of(document).replaceAll("[^\\n]", "") + document.substring(end);
    }

    String of(String document) {
        return document.substring(start, end);
    }

    private static int end(String document, int from) {
        var inBrackets = false;
        for (var at = from; at < document.length(); at++) {
            var letter = document.charAt(at);
            if (letter == '"' || letter == '\'') {
                at = after(document, String.valueOf(letter), at + 1) - 1;
            } else if (document.startsWith("<!--", at)) {
                at = after(document, "-->", at) - 1;
            } else if (letter == '[' || letter == ']') {
                inBrackets = letter == '[';
            } else if (letter == '>' && !inBrackets) {
                return at + 1;
            }
        }
        return document.length();
    }

    private static int after(String document, String closing, int from) {
        var at = document.indexOf(closing, from);
        return at < 0 ? document.length() : at + closing.length();
    }
}
