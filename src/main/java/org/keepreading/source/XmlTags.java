package org.keepreading.source;

/** Steps from tag to tag of an XML text without making a tree of it, past comments, CDATA and instructions. */
final class XmlTags {
    private final String text;
    private int start;
    private int end;

    XmlTags(String text) {
        this.text = text;
    }

    /** Goes to the next tag; false where there is none. */
    boolean next() {
        for (var at = text.indexOf('<', end); at >= 0; at = text.indexOf('<', end)) {
            start = at;
            if (text.startsWith("<!--", at)) {
                end = after("-->", at + 2);
            } else if (text.startsWith("<![CDATA[", at)) {
                end = after("]]>", at);
            } else if (text.startsWith("<?", at) || text.startsWith("<!", at)) {
                end = after(">", at);
            } else if (isLetter(at + 1) || (text.startsWith("</", at) && isLetter(at + 2))) {
                end = endOfTag(at + 1);
                return true;
            } else {
                end = at + 1;
            }
        }
        return false;
    }

    private int after(String closing, int from) {
        var at = text.indexOf(closing, from);
        return at < 0 ? text.length() : at + closing.length();
    }

    private boolean isLetter(int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }

    /** A ">" within a quoted value ends nothing; a quotation mark begins a value after "=" alone. */
    private int endOfTag(int from) {
        for (var at = from; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter == '>') {
                return at + 1;
            }
            if ((letter == '"' || letter == '\'') && isAfterEquals(at)) {
                at = after(String.valueOf(letter), at + 1) - 1;
            }
        }
        return text.length();
    }

    private boolean isAfterEquals(int at) {
        var before = at - 1;
        while (Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return text.charAt(before) == '=';
    }

    int start() {
        return start;
    }

    /** The first letter after it. */
    int end() {
        return end;
    }

    boolean isClosing() {
        return text.charAt(start + 1) == '/';
    }

    boolean isEmpty() {
        return text.charAt(end - 1) == '>' && text.charAt(end - 2) == '/';
    }

    /** As it is written, its prefix as well. */
    String name() {
        var from = start + (isClosing() ? 2 : 1);
        var to = from;
        while (to < end && !Character.isWhitespace(text.charAt(to)) && "/>".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }
}
