package org.keepreading.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keepreading.doctor.Finding;

/** A finding for a person: how bad, what, and what to do. */
record FindingText(Finding finding) {

    String lines() {
        var first = "%-8s %s: %s"
                .formatted(finding.grade().name().toLowerCase(Locale.ROOT), finding.subject(), finding.sentence());
        return Stream.of(first, indented(finding.cure()), indented(finding.record()))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String indented(String line) {
        return " ".repeat(9) + line;
    }
}
