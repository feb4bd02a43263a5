package org.keepreading.teaser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keepreading.teaser.Drafts.draft;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keepreading.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What editors say of one teaser holds for its article, whoever brings it, under whichever guid and address. */
@ParameterizedClass
@EnumSource
class HiddenArticlesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");
    private static final String SAME_GUID_EVERYWHERE = "https://harbour.example/?p=1911";

    private final Teasers teasers;

    HiddenArticlesTest(TestDatabase database) {
        teasers = new Teasers(JdbcClient.create(database.fresh()));
    }

    @Test
    void areHiddenForEachSourceThatBroughtThem() {
        var ours = brings("harbour", "ferry", "city/ferry");
        var theirs = brings("wire", "8812", "city/ferry?utm_source=wire");

        var others = teasers.hide(theirs, NOW);

        assertThat(others).extracting(Teaser::id).containsExactly(ours);
        assertThat(hidden()).containsExactlyInAnyOrder(ours, theirs);
    }

    @Test
    void areHiddenForASourceThatBringsThemLater() {
        teasers.hide(brings("harbour", "ferry", "city/ferry"), NOW);

        var later = brings("wire", "8812", "city/ferry");

        assertThat(hidden()).contains(later);
    }

    @Test
    void stayHiddenWhereTheirAddressChangesUnderTheSameGuid() {
        var ours = brings("harbour", "ferry", "city/ferry");
        teasers.hide(ours, NOW);

        brings("harbour", "ferry", "city/last-ferry");
        var atTheNewAddress = brings("wire", "8812", "city/last-ferry");
        var atTheOldOne = brings("agency", "a-1", "city/ferry");

        assertThat(hidden()).containsExactlyInAnyOrder(ours, atTheNewAddress, atTheOldOne);
    }

    @Test
    void stayHiddenWhereGuidAndAddressChangeOneAfterTheOther() {
        var ours = brings("harbour", "ferry", "city/ferry");
        teasers.hide(ours, NOW);

        brings("harbour", "ferry-2", "city/ferry");
        var again = brings("harbour", "ferry", "city/last-ferry");

        assertThat(hidden()).containsExactlyInAnyOrder(ours, again);
    }

    @Test
    void stayHiddenWhereAThirdSourceHasThemUnderTheirGuidAtAnotherAddress() {
        var ours = brings("harbour", SAME_GUID_EVERYWHERE, "city/ferry");
        var before = brings("city-desk", SAME_GUID_EVERYWHERE, "go/ferry");
        teasers.hide(ours, NOW);

        var later = brings("culture-desk", SAME_GUID_EVERYWHERE, "city/last-ferry");

        assertThat(hidden()).containsExactlyInAnyOrder(ours, before, later);
    }

    @Test
    void hideTheArticleThatTakesTheirGuidForFear() {
        teasers.hide(brings("harbour", "ferry", "city/ferry"), NOW);
        var tram = brings("harbour", "tram", "city/tram");

        brings("harbour", "ferry", "city/tram");

        assertThat(hidden()).contains(tram);
    }

    @Test
    void leaveAloneWhatOnlyAnotherSourceCallsTheSame() {
        teasers.hide(brings("harbour", "1", "city/ferry"), NOW);
        teasers.hide(brings("harbour", "https://harbour.example/", "city/bridge"), NOW);

        var another = brings("wire", "1", "city/tram");
        var ofTheSameSite = brings("wire", "https://harbour.example/", "city/market");

        assertThat(hidden()).doesNotContain(another, ofTheSameSite);
    }

    @Test
    void areShownAgainTogether() {
        var ours = brings("harbour", "ferry", "city/ferry");
        teasers.hide(ours, NOW);
        brings("harbour", "ferry", "city/last-ferry");
        var atTheOldAddress = brings("wire", "8812", "city/ferry");

        var others = teasers.unhide(ours);

        assertThat(others).extracting(Teaser::id).containsExactly(atTheOldAddress);
        assertThat(hidden()).isEmpty();
        assertThat(teasers.get(brings("agency", "a-1", "city/ferry")).hidden()).isFalse();
    }

    @Test
    void arePinnedForEachSourceNowAndLater() {
        var ours = brings("harbour", "ferry", "city/ferry");
        var theirs = brings("wire", "8812", "city/ferry");

        teasers.pin(theirs, NOW);
        var later = brings("agency", "a-1", "city/ferry");
        assertThat(List.of(ours, theirs, later)).allMatch(id -> teasers.get(id).pinned());

        teasers.unpin(later);
        assertThat(List.of(ours, theirs, later)).noneMatch(id -> teasers.get(id).pinned());
    }

    /** @return the teaser's number */
    private long brings(String source, String guid, String path) {
        var draft = of(source, draft(guid, path));
        teasers.save(draft, NOW, true);
        return teasers.list(new Wanted(null, source, 10)).stream()
                .filter(teaser -> teaser.url().equals(draft.url()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    static Draft of(String source, Draft draft) {
        return new Draft(
                source,
                draft.guid(),
                draft.section(),
                draft.headline(),
                draft.dek(),
                draft.url(),
                draft.image(),
                draft.excerpt(),
                draft.author(),
                draft.publishedAt(),
                draft.sponsor());
    }

    private List<Long> hidden() {
        return teasers.list(Wanted.all()).stream()
                .filter(Teaser::hidden)
                .map(Teaser::id)
                .toList();
    }
}
