package org.keepreading.newsletter;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import org.keepreading.newsletter.NewsletterMistakes.Mistake;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers what is wrong with a file while it is read on. */
final class FileMistakes {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    FileMistakes(String file) {
        this.file = file;
    }

    void at(Node place, String reason) {
        at(lineOf(place.getStartMark()), reason);
    }

    void at(int line, String reason) {
        found.add(new Mistake(file, line, reason));
    }

    void complain() {
        if (!found.isEmpty()) {
            throw all();
        }
    }

    NewsletterMistakes all() {
        return new NewsletterMistakes(
                found.stream().sorted(comparingInt(Mistake::line)).toList());
    }

    static int lineOf(Mark mark) {
        return mark.getLine() + 1;
    }
}
