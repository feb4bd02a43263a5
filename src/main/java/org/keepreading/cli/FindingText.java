package org.keepreading.cli;

import java.util.Locale;
import java.util.stream.Stream;
import org.keepreading.doctor.Finding;
import org.keepreading.text.Laid;

/** A finding for a person: how bad, what, and what to do. */
record FindingText(Finding finding) {

    Laid lines() {
        var first = "%-8s %s: %s"
                .formatted(finding.grade().name().toLowerCase(Locale.ROOT), finding.subject(), finding.sentence());
        return Laid.lines(Stream.of(first, indented(finding.cure()), indented(finding.record()))
                .filter(line -> !line.isBlank())
                .toList());
    }

    private static String indented(String line) {
        return " ".repeat(9) + line;
    }
}
