package org.keepreading.cli;

import java.io.PrintWriter;
import org.keepreading.edition.Candidate;
import org.keepreading.edition.Selection;

/** A selection's candidates, a line each: in or not, and why. */
record Listing(PrintWriter out) {

    void print(Selection selection) {
        selection.candidates().forEach(this::print);
    }

    private void print(Candidate candidate) {
        out.printf(
                "%s %-14s %s (%s)%n",
                candidate.picked() ? "+" : "-",
                candidate.teaser().section(),
                candidate.teaser().headline(),
                candidate.reason());
    }
}
