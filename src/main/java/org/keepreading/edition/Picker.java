package org.keepreading.edition;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.keepreading.newsletter.Newsletter;
import org.springframework.stereotype.Component;

/** Picks what a newsletter carries in a slot, and says of each candidate why it is in or not. */
@Component
public class Picker {
    private final Candidates candidates;

    Picker(Candidates candidates) {
        this.candidates = candidates;
    }

    /** @param slot is the clock, too: what was published later waits, and age counts back from it */
    public Selection pick(Newsletter newsletter, Instant slot) {
        var page = new FrontPage(newsletter, candidates.fit(newsletter, slot));
        var edition = page.edition(slot);
        return new Selection(
                edition,
                Stream.concat(page.candidates().stream(), unfit(newsletter, slot).stream())
                        .toList());
    }

    private List<Candidate> unfit(Newsletter newsletter, Instant slot) {
        var reasons = new Reasons(newsletter, slot);
        var unfit = candidates.unfit(newsletter, slot);
        var carried = candidates.carried(newsletter, slot, unfit);
        return unfit.stream()
                .map(teaser -> new Candidate(teaser, false, reasons.unfit(teaser, carried.get(teaser.id()))))
                .toList();
    }
}
