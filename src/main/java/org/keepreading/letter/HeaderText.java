package org.keepreading.letter;

/**
 * Text for a header: one line of whole characters, so that nothing in it can begin another header.
 *
 * @param value without line breaks and other control characters; runs of blanks are one blank
 */
record HeaderText(String value) {
    private static final int REPLACEMENT = 0xFFFD;

    HeaderText {
        value = oneLine(value);
    }

    boolean isEmpty() {
        return value.isEmpty();
    }

    private static String oneLine(String text) {
        return text.codePoints()
                .map(HeaderText::harmless)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll(" {2,}", " ")
                .strip();
    }

    private static int harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> REPLACEMENT;
            default -> character;
        };
    }
}
