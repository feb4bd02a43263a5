package org.keepreading.publishing;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keepreading.edition.Candidate;
import org.keepreading.edition.Edition;
import org.keepreading.edition.TemplateFiles;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.publishing.Typesetter.Typeset;
import org.keepreading.teaser.Teaser;

/** What tells two trials of one slot from each other, as a reader of the edition would see it. */
record Changes(Trial before, Trial now) {

    /** Such as {@code + Ferry returns}; none where there is none. */
    List<String> lines() {
        var lines = Stream.of(came(), went(), reworded(), newsletter(), template())
                .flatMap(some -> some)
                .toList();
        return lines.isEmpty() && !isSameEdition() ? List.of("~ the stories stand in another order") : lines;
    }

    private boolean isSameEdition() {
        return before.selection().edition().equals(now.selection().edition());
    }

    private Stream<String> came() {
        var shown = teasers(before);
        return teasers(now).values().stream()
                .filter(teaser -> !shown.containsKey(teaser.id()))
                .map(teaser -> "+ " + teaser.headline() + why(teaser));
    }

    private Stream<String> went() {
        var wanted = teasers(now);
        return teasers(before).values().stream()
                .filter(teaser -> !wanted.containsKey(teaser.id()))
                .map(teaser -> "- " + teaser.headline() + why(teaser));
    }

    /** As the pick has it now; nothing is known of one that is gone altogether. */
    private String why(Teaser teaser) {
        return now.selection().candidates().stream()
                .filter(candidate -> candidate.teaser().id() == teaser.id())
                .map(Candidate::reason)
                .findFirst()
                .map(" (%s)"::formatted)
                .orElse("");
    }

    private Stream<String> reworded() {
        var shown = teasers(before);
        return teasers(now).values().stream()
                .filter(teaser -> shown.containsKey(teaser.id()) && !teaser.equals(shown.get(teaser.id())))
                .map(teaser -> "~ " + teaser.headline() + " (corrected)");
    }

    private Stream<String> newsletter() {
        return newsletter(before).equals(newsletter(now)) ? Stream.empty() : Stream.of("~ the newsletter's file");
    }

    private Stream<String> template() {
        var shown = filesOf(before);
        var wanted = filesOf(now);
        var changed = Stream.concat(shown.keySet().stream(), wanted.keySet().stream())
                .distinct()
                .filter(file -> !Objects.equals(shown.get(file), wanted.get(file)))
                .sorted()
                .collect(joining(", "));
        return shown.isEmpty() || wanted.isEmpty() || changed.isEmpty()
                ? Stream.empty()
                : Stream.of("~ the template \"" + newsletter(now).template() + "\": " + changed);
    }

    private static Newsletter newsletter(Trial trial) {
        return trial.selection().edition().newsletter();
    }

    /** None where too little was picked to be set. */
    private static Map<String, String> filesOf(Trial trial) {
        return Stream.ofNullable(trial.typeset())
                .map(Typeset::template)
                .map(TemplateFiles::files)
                .findFirst()
                .orElse(Map.of());
    }

    private static Map<Long, Teaser> teasers(Trial trial) {
        return all(trial.selection().edition())
                .collect(toMap(Teaser::id, teaser -> teaser, (one, same) -> one, LinkedHashMap::new));
    }

    private static Stream<Teaser> all(Edition edition) {
        return Stream.concat(edition.teasers().stream(), edition.latest().stream());
    }
}
