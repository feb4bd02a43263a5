package org.keepreading.cli;

import java.io.PrintWriter;
import java.util.List;
import org.keepreading.edition.Selection;
import org.keepreading.edition.Verdict;
import org.keepreading.text.Laid;

/** Candidates, a line each: in (+) or not (-), and why. */
record Listing(PrintWriter out) {

    static Laid of(Selection selection) {
        return Laid.lines(lines(selection.candidates().stream().map(Verdict::of).toList()));
    }

    static List<String> lines(List<Verdict> verdicts) {
        return verdicts.stream().map(Listing::line).toList();
    }

    void print(Selection selection) {
        lines(selection.candidates().stream().map(Verdict::of).toList()).forEach(out::println);
    }

    private static String line(Verdict verdict) {
        return "%s %-14s %s (%s)"
                .formatted(verdict.picked() ? "+" : "-", verdict.section(), verdict.headline(), verdict.reason());
    }
}
