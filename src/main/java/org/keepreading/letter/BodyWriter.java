package org.keepreading.letter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.keepreading.edition.MergeField;
import org.keepreading.edition.MergeText;
import org.keepreading.edition.MergeText.Piece;

/** Gathers a body's bytes: what is equal for all in as few runs as the merge fields leave; each run is whole lines. */
final class BodyWriter {
    private static final byte[] NOTHING = {};
    private final List<Splice> splices = new ArrayList<>();
    private final ByteArrayOutputStream same = new ByteArrayOutputStream();

    void add(String ascii) {
        same.writeBytes(ascii.getBytes(US_ASCII));
    }

    /** The text as quoted-printable. A field stands between soft line breaks, so its value moves nothing else. */
    void add(MergeText text, Escaping escaping) {
        var encoder = new QuotedPrintable(same);
        for (var piece : text.pieces()) {
            if (piece instanceof Piece.Words words) {
                encoder.write(words.value());
            } else if (piece instanceof Piece.Field open) {
                encoder.breakSoftly();
                closeRun();
                splices.add(value(open.field(), escaping));
            }
        }
    }

    List<Splice> all() {
        closeRun();
        return List.copyOf(splices);
    }

    private void closeRun() {
        splices.add(new Splice.Same(same.toByteArray()));
        same.reset();
    }

    private static Splice value(MergeField field, Escaping escaping) {
        return recipient -> {
            var value = recipient.value(field);
            return value.isEmpty() ? NOTHING : QuotedPrintable.lines(escaping.escape(value));
        };
    }
}
