package org.keepreading.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Teaser;

/**
 * One issue of a newsletter for one slot. What it holds was copied when it was built, and changes no more.
 *
 * @param id 0 while it is only a preview
 * @param slot the instant it is for
 * @param lead its first, larger teaser; one of none of {@code sections}
 * @param sections in the newsletter's order, none of them empty
 * @param latest what did not fit, newest first, as headlines
 */
public record Edition(
        long id,
        Newsletter newsletter,
        Instant slot,
        @Nullable Lead lead,
        List<SetSection> sections,
        List<Teaser> latest) {

    /** The lead, and the desk that it comes from. */
    public record Lead(Section section, Teaser teaser) {}

    /** A section as set: its teasers in order. */
    public record SetSection(Section section, List<Teaser> teasers) {}

    /** What it carries, in its order: the lead, then section by section; the latest headlines are not among them. */
    public List<Teaser> teasers() {
        return Stream.concat(
                        Stream.ofNullable(lead).map(Lead::teaser),
                        sections.stream().flatMap(set -> set.teasers().stream()))
                .toList();
    }

    /** What it is known by: its first story's. */
    Optional<String> headline() {
        return teasers().stream().findFirst().map(Teaser::headline);
    }

    /** How many teasers it carries, the lead included, the latest headlines not. */
    public int stories() {
        return teasers().size();
    }
}
