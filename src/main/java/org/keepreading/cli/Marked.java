package org.keepreading.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keepreading.edition.Issue;
import org.keepreading.teaser.Teaser;

/**
 * What an editor did to a teaser's article.
 *
 * @param twins its other teasers, for which the same goes
 * @param shownBy the editions that were built before, and show it still
 */
record Marked(long teaser, List<Teaser> twins, List<Issue> shownBy) {

    Map<String, Object> forScripts() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("teaser", teaser);
        answer.put("twins", twins.stream().map(Teaser::id).toList());
        answer.put("shownBy", shownBy.stream().map(EditionAnswer::of).toList());
        return answer;
    }

    /** @param outcome such as "pinned no more." */
    List<String> lines(String outcome, NewsletterZones zones) {
        var lines = new ArrayList<String>();
        lines.add("Teaser %d is %s".formatted(teaser, outcome));
        twins.forEach(twin ->
                lines.add("  So is teaser %d, the same article from source %s.".formatted(twin.id(), twin.source())));
        shownBy.forEach(issue -> lines.add("  Edition %d of %s for %s %s"
                .formatted(
                        issue.id(), issue.newsletter(), zones.moment(issue.slot(), issue.newsletter()), stay(issue))));
        return lines;
    }

    private static String stay(Issue issue) {
        return issue.status().isOver()
                ? "was sent with it, and shows it on the web as it did."
                : "is being sent with it. \"editions pause %1$d\", then \"editions amend %1$d\" take it out for whoever has not got it."
                        .formatted(issue.id());
    }
}
