package org.keepreading.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keepreading.address.SectionKey;
import org.keepreading.edition.Edition.Lead;
import org.keepreading.edition.Edition.SetSection;
import org.keepreading.teaser.Section;

/** What an edition shows to whoever chose some of its sections. */
class ChoiceTest {

    @Test
    void ofNoSectionShowsTheWholeEdition() {
        assertThat(choiceOf().of(Lighthouse.edition())).isEqualTo(Lighthouse.edition());
    }

    @Test
    void keepsTheLeadWhereItsSectionIsChosen() {
        var edition = choiceOf(Lighthouse.COAST).of(Lighthouse.edition());

        assertThat(edition.lead()).isEqualTo(Lighthouse.edition().lead());
        assertThat(edition.sections()).extracting(SetSection::section).containsExactly(Lighthouse.COAST);
    }

    @Test
    void leadsWithTheFirstPictureOfWhatIsLeft() {
        var edition = choiceOf(Lighthouse.TABLE, Lighthouse.TOWN).of(Lighthouse.edition());

        assertThat(edition.lead()).isEqualTo(new Lead(Lighthouse.TOWN, Lighthouse.budget()));
        assertThat(edition.sections().get(0).teasers()).containsExactly(Lighthouse.buses());
    }

    @Test
    void neverLeadsWithWhatIsPaidFor() {
        var edition = choiceOf(Lighthouse.TABLE).of(Lighthouse.edition());

        assertThat(Objects.requireNonNull(edition.lead()).teaser()).isEqualTo(Lighthouse.soup());
        assertThat(edition.sections().get(0).teasers()).containsExactly(Lighthouse.advertorial());
    }

    @Test
    void ofASectionThatTheEditionLacksHasNoStories() {
        var edition = choiceOf(new Section(SectionKey.of("Sport"), "Sport")).of(Lighthouse.edition());

        assertThat(edition.stories()).isZero();
    }

    private static Choice choiceOf(Section... sections) {
        var keys = List.of(sections).stream().map(Section::key).toList();
        return new Choice(Set.copyOf(keys), Locale.ENGLISH);
    }
}
