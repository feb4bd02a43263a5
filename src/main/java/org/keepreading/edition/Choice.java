package org.keepreading.edition;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import org.keepreading.edition.Edition.Lead;
import org.keepreading.edition.Edition.SetSection;
import org.keepreading.newsletter.Newsletter;

/**
 * What makes one variant differ from another.
 *
 * @param sections those that the reader chose; empty: all
 */
public record Choice(Set<SectionKey> sections, Locale language) {
    public Choice {
        sections = Set.copyOf(sections);
    }

    /** Of whoever chose nothing. */
    public static Choice everything(Newsletter newsletter) {
        return new Choice(Set.of(), newsletter.language());
    }

    /**
     * What a reader chose, as far as the newsletter has it: other sections make no variant of their own.
     *
     * @param sections keys of those they chose; none: all
     * @param language {@code null}: they named none
     */
    public static Choice of(Newsletter newsletter, Collection<String> sections, @Nullable Locale language) {
        var chosen = newsletter.sections().stream()
                .map(plan -> plan.key())
                .filter(key -> sections.contains(key.value()))
                .collect(Collectors.toSet());
        return new Choice(chosen, language == null ? newsletter.language() : language);
    }

    /**
     * What of an edition this choice shows. Where the lead's section is not chosen, the first teaser of what is left
     * leads, one with a picture before one without and none that is paid for.
     */
    public Edition of(Edition edition) {
        if (sections.isEmpty()) {
            return edition;
        }
        var chosen = edition.sections().stream().filter(this::shows).toList();
        var latest = edition.latest().stream()
                .filter(teaser -> sections.contains(teaser.section()))
                .toList();
        var lead = edition.lead();
        if (lead == null || sections.contains(lead.section().key())) {
            return new Edition(edition.id(), edition.newsletter(), edition.slot(), lead, chosen, latest);
        }
        var promoted = promoted(chosen);
        return new Edition(
                edition.id(), edition.newsletter(), edition.slot(), promoted, without(promoted, chosen), latest);
    }

    private boolean shows(SetSection set) {
        return sections.contains(set.section().key());
    }

    private static @Nullable Lead promoted(List<SetSection> chosen) {
        var unpaid = chosen.stream()
                .flatMap(set -> set.teasers().stream().map(teaser -> new Lead(set.section(), teaser)))
                .filter(lead -> !lead.teaser().isPaid())
                .toList();
        return unpaid.stream()
                .filter(lead -> lead.teaser().image() != null)
                .findFirst()
                .orElseGet(() -> unpaid.stream().findFirst().orElse(null));
    }

    private static List<SetSection> without(@Nullable Lead lead, List<SetSection> sections) {
        return sections.stream()
                .map(set -> new SetSection(
                        set.section(),
                        set.teasers().stream()
                                .filter(teaser -> lead == null || !teaser.equals(lead.teaser()))
                                .toList()))
                .filter(set -> !set.teasers().isEmpty())
                .toList();
    }
}
