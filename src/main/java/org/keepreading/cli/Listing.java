package org.keepreading.cli;

import java.io.PrintWriter;
import java.util.List;
import org.keepreading.edition.Selection;
import org.keepreading.edition.Verdict;

/** Candidates, a line each: in (+) or not (-), and why. */
record Listing(PrintWriter out) {

    void print(Selection selection) {
        selection.candidates().stream().map(Verdict::of).forEach(this::print);
    }

    void print(List<Verdict> verdicts) {
        verdicts.forEach(this::print);
    }

    private void print(Verdict verdict) {
        out.printf(
                "%s %-14s %s (%s)%n",
                verdict.picked() ? "+" : "-", verdict.section(), verdict.headline(), verdict.reason());
    }
}
