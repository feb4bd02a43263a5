package org.keepreading.source;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.keepreading.teaser.Section;

/**
 * What became of a document's entries.
 *
 * @param notes what an editor should know of how entries were taken, such as that several share an address
 * @param made the sections that were made for it
 */
@JsonPropertyOrder({"new", "updated", "unchanged", "refused", "notes"})
public record ImportReport(
        @JsonProperty("new") int fresh,
        int updated,
        int unchanged,
        List<Refusal> refused,
        List<String> notes,
        @JsonIgnore List<Section> made) {
    /** There were entries, and none of them could be taken. */
    public boolean tookNothing() {
        return !refused.isEmpty() && fresh + updated + unchanged == 0;
    }

    /** In words: what came of all of it, then what was made and what was refused, each by itself. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%d new, %d updated, %d unchanged, %d refused".formatted(fresh, updated, unchanged, refused.size()));
        made.forEach(section -> lines.add("made section %s (\"%s\")".formatted(section.key(), section.title())));
        notes.forEach(note -> lines.add("note: " + note));
        refused.forEach(refusal -> lines.add("refused %s: %s".formatted(refusal.entry(), refusal.reason())));
        return lines;
    }
}
