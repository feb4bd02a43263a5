package org.keepreading.move;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row's values in the order of its table's columns; two that are equal say the same in either database. */
record Row(List<@Nullable Object> values) {

    Row {
        values = Collections.unmodifiableList(values);
    }

    /** About how much memory it takes. */
    long weight() {
        return values.stream()
                .mapToLong(value -> value instanceof String text ? text.length() : Long.BYTES)
                .sum();
    }
}
