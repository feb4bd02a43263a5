package org.keepreading.source;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.keepreading.teaser.Section;

/**
 * What became of a document's entries.
 *
 * @param made the sections that were made for it
 */
@JsonPropertyOrder({"new", "updated", "unchanged", "refused"})
public record ImportReport(
        @JsonProperty("new") int fresh,
        int updated,
        int unchanged,
        List<Refusal> refused,
        @JsonIgnore List<Section> made) {
    /** There were entries, and none of them could be taken. */
    public boolean tookNothing() {
        return !refused.isEmpty() && fresh + updated + unchanged == 0;
    }

    public String text() {
        var text = new StringBuilder(
                "%d new, %d updated, %d unchanged, %d refused%n".formatted(fresh, updated, unchanged, refused.size()));
        made.forEach(section -> text.append("made section %s (\"%s\")%n".formatted(section.key(), section.title())));
        refused.forEach(refusal -> text.append("refused %s: %s%n".formatted(refusal.entry(), refusal.reason())));
        return text.toString();
    }
}
