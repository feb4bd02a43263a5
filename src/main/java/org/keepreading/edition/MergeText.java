package org.keepreading.edition;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;

/**
 * A rendered text with its merge fields left open, in order.
 *
 * @param pieces as a message has them
 * @param web the same without what stands in a message alone
 */
public record MergeText(List<Piece> pieces, List<Piece> web) {

    /** A text that is the same in a message and on the web. */
    public MergeText(List<Piece> pieces) {
        this(pieces, pieces);
    }

    /** The text of a message with each field's value in its place, as it is: for HTML the caller escapes it. */
    public String filled(Function<MergeField, String> values) {
        return pieces.stream().map(piece -> piece.filled(values)).collect(joining());
    }

    /** The same as a web page, for whoever comes by. */
    public String filledForWeb(Function<MergeField, String> values) {
        return web.stream().map(piece -> piece.filled(values)).collect(joining());
    }

    /** Either words that every reader gets, or a field. */
    public sealed interface Piece {
        String filled(Function<MergeField, String> values);

        /** @param value as it stands in the part: in HTML already escaped */
        record Words(String value) implements Piece {
            @Override
            public String filled(Function<MergeField, String> values) {
                return value;
            }
        }

        /** @param field the value goes here; in HTML it is to be escaped first */
        record Field(MergeField field) implements Piece {
            @Override
            public String filled(Function<MergeField, String> values) {
                return values.apply(field);
            }
        }
    }
}
