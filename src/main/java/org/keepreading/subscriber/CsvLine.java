package org.keepreading.subscriber;

import java.util.List;

/** A record of a CSV file: its fields, and the line that it begins on. */
record CsvLine(long number, List<String> fields) {
    boolean isBlank() {
        return fields.stream().allMatch(String::isBlank);
    }
}
