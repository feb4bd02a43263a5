package org.keepreading.source;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.keepreading.teaser.Section;

/**
 * What became of a document's entries.
 *
 * @param refused the first 100,000 that were
 * @param moreRefused how many were besides
 * @param notes what an editor should know of how entries were taken, such as that several share an address
 * @param made the sections that were made for it
 */
@JsonPropertyOrder({"new", "updated", "unchanged", "refused", "moreRefused", "notes"})
public record ImportReport(
        @JsonProperty("new") int fresh,
        int updated,
        int unchanged,
        List<Refusal> refused,
        int moreRefused,
        List<String> notes,
        @JsonIgnore List<Section> made) {
    private static final int NAMED = 5;
    private static final Pattern PARTICULARS = Pattern.compile("\"[^\"]*\"|https?:\\S+|\\d+");

    /** There were entries, and none of them could be taken. */
    public boolean tookNothing() {
        return !refused.isEmpty() && fresh + updated + unchanged == 0;
    }

    int refusedInAll() {
        return refused.size() + moreRefused;
    }

    /** In words: what came of all of it, then what was made and what was refused, the first few of each kind by themselves. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%d new, %d updated, %d unchanged, %d refused".formatted(fresh, updated, unchanged, refusedInAll()));
        made.forEach(section -> lines.add("made section %s (\"%s\")".formatted(section.key(), section.title())));
        lines.addAll(firstOfEach(notes.stream().map(note -> "note: " + note).toList()));
        lines.addAll(firstOfEach(refused.stream()
                .map(refusal -> "refused %s: %s".formatted(refusal.entry(), refusal.reason()))
                .toList()));
        return lines;
    }

    private static List<String> firstOfEach(List<String> lines) {
        var said = new ArrayList<String>();
        var kinds = lines.stream().collect(groupingBy(ImportReport::kind, LinkedHashMap::new, toList()));
        kinds.forEach((kind, alike) -> {
            said.addAll(alike.subList(0, Math.min(NAMED, alike.size())));
            if (alike.size() > NAMED) {
                said.add("and %,d more of this kind; --json names each".formatted(alike.size() - NAMED));
            }
        });
        return said;
    }

    /** The sentence without what is particular to one entry. */
    private static String kind(String line) {
        return PARTICULARS.matcher(line).replaceAll("…");
    }
}
