package org.keepreading.edition;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.keepreading.edition.MergeText.Piece;

/**
 * Places that are filled in for each reader, and the bounds of what stands in a message alone; 128 random bits tell them from
 * any text that a feed could bring.
 */
final class Marks {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String MAIL_ONLY = "MAIL";
    private static final String EVERYWHERE = "END";

    private final String nonce = nonce();
    private final Pattern mark = Pattern.compile("kr" + nonce + "([A-Z_]+)kr");

    Model.Mark of(MergeField field) {
        return new Model.Mark(mark(field.name()));
    }

    /** What follows stands in a message alone. */
    String beginMailOnly() {
        return mark(MAIL_ONLY);
    }

    String endMailOnly() {
        return mark(EVERYWHERE);
    }

    // Letters, digits and underscores only: the same in HTML, in an attribute, in an address and in a text.
    private String mark(String name) {
        return "kr" + nonce + name + "kr";
    }

    boolean isMark(String text) {
        return mark.matcher(text).matches();
    }

    /** The text without any mark: what is to be measured or looked through. */
    String removed(String rendered) {
        return mark.matcher(rendered).replaceAll("");
    }

    MergeText split(String rendered) {
        var text = new Splitting();
        var found = mark.matcher(rendered);
        var from = 0;
        while (found.find()) {
            text.words(rendered.substring(from, found.start()));
            text.mark(found.group(1));
            from = found.end();
        }
        text.words(rendered.substring(from));
        return new MergeText(List.copyOf(text.pieces), List.copyOf(text.web));
    }

    private static final class Splitting {
        private final List<Piece> pieces = new ArrayList<>();
        private final List<Piece> web = new ArrayList<>();
        private boolean mailOnly;

        void words(String words) {
            if (!words.isEmpty()) {
                add(new Piece.Words(words));
            }
        }

        void mark(String name) {
            switch (name) {
                case MAIL_ONLY -> mailOnly = true;
                case EVERYWHERE -> mailOnly = false;
                default -> add(new Piece.Field(MergeField.valueOf(name)));
            }
        }

        private void add(Piece piece) {
            pieces.add(piece);
            if (!mailOnly) {
                web.add(piece);
            }
        }
    }

    private static String nonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
