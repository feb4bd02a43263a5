package org.keepreading.edition;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.keepreading.edition.MergeText.Piece;

/** Places that are filled in for each reader; 128 random bits tell them from any text that a feed could bring. */
final class Marks {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String nonce = nonce();
    private final Pattern mark = Pattern.compile("kr" + nonce + "([A-Z_]+)kr");

    // Letters, digits and underscores only: the same in HTML, in an attribute, in an address and in a text.
    Model.Mark of(MergeField field) {
        return new Model.Mark("kr" + nonce + field + "kr");
    }

    boolean isMark(String text) {
        return mark.matcher(text).matches();
    }

    MergeText split(String rendered) {
        var pieces = new ArrayList<Piece>();
        var found = mark.matcher(rendered);
        var from = 0;
        while (found.find()) {
            words(pieces, rendered.substring(from, found.start()));
            pieces.add(new Piece.Field(MergeField.valueOf(found.group(1))));
            from = found.end();
        }
        words(pieces, rendered.substring(from));
        return new MergeText(List.copyOf(pieces));
    }

    private static void words(List<Piece> pieces, String words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece.Words(words));
        }
    }

    private static String nonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
