package org.keepreading.doctor;

import java.util.List;

/**
 * What the DNS says to a question.
 *
 * @param isKnown false: it gave no answer, so that there may or may not be such records
 * @param values none where there is no such record
 */
record DnsAnswer(boolean isKnown, List<String> values) {
    static final DnsAnswer NONE = new DnsAnswer(true, List.of());
    static final DnsAnswer UNKNOWN = new DnsAnswer(false, List.of());

    boolean isNone() {
        return isKnown && values.isEmpty();
    }

    List<String> beginningWith(String tag) {
        return values.stream()
                .filter(value -> value.regionMatches(true, 0, tag, 0, tag.length()))
                .toList();
    }
}
