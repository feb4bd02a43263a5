package org.keepreading.edition;

import java.util.List;

/** A rendered text with its merge fields left open, in order. */
public record MergeText(List<Piece> pieces) {

    /** Either words that every reader gets, or a field. */
    public sealed interface Piece {
        /** @param value as it stands in the part: in HTML already escaped */
        record Words(String value) implements Piece {}

        /** @param field the value goes here; in HTML it is to be escaped first */
        record Field(MergeField field) implements Piece {}
    }
}
