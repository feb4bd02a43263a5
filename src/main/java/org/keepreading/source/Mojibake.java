package org.keepreading.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mends letters whose UTF-8 was read as windows-1252 and written again: "cafÃ©", "donâ€™t". No language has such letters side by side. */
final class Mojibake {
    /** What the second byte of a letter's UTF-8 looks like. */
    private static final String NEXT = "[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

    /** A quotation mark behind "Ã" may be one: “MAÇÔ. */
    private static final String ACCENTED = "Ã(?:[\\u0080-\\u00BF€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ&&[^»]]|[»‘’“”…–—](?=\\p{Ll}))";

    private static final Pattern MISREAD = Pattern.compile("(?:[\\u00C2-\\u00DF]" + NEXT + "){3,}|(?:[\\u00E3-\\u00ED]"
            + NEXT + "{2}){3,}" + "|" + ACCENTED + "|Â[\\u00A0-\\u00BF]|â[€‚„†ˆ]" + NEXT + "|ðŸ" + NEXT + "{2}");

    private Mojibake() {}

    static boolean isIn(String text) {
        return MISREAD.matcher(text).find();
    }

    static String mended(String text) {
        return MISREAD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(meant(found.group())));
    }

    private static String meant(String letters) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(letters))).toString();
        } catch (CharacterCodingException e) {
            return letters;
        }
    }

    private static byte[] bytes(String letters) {
        var bytes = new ByteArrayOutputStream();
        letters.chars()
                .mapToObj(letter -> String.valueOf((char) letter))
                .map(letter -> letter.getBytes(letter.charAt(0) <= 0xFF ? ISO_8859_1 : Encoding.WINDOWS_1252))
                .forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
