package org.keepreading.edition;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;

/** A rendered text with its merge fields left open, in order. */
public record MergeText(List<Piece> pieces) {

    /** The text with each field's value in its place, as it is: for HTML the caller escapes it. */
    public String filled(Function<MergeField, String> values) {
        return pieces.stream().map(piece -> piece.filled(values)).collect(joining());
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
