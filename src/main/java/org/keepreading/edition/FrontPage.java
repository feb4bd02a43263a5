package org.keepreading.edition;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.Edition.Lead;
import org.keepreading.edition.Edition.SetSection;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletter.SectionPlan;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Teaser;

/** Lays one edition out: the lead first, then section by section, then the latest headlines; no article twice. */
final class FrontPage {
    private final Newsletter newsletter;
    private final List<Teaser> fit;

    /** By article, in the edition's order. */
    private final Map<String, Candidate> picked = new LinkedHashMap<>();

    private final List<Candidate> left = new ArrayList<>();
    private final Set<Teaser> latest = new LinkedHashSet<>();

    /** @param fit what may be carried, of all sections, in the editors' order: pinned first, then the newest */
    FrontPage(Newsletter newsletter, List<Teaser> fit) {
        this.newsletter = newsletter;
        this.fit = fit;
    }

    Edition edition(Instant slot) {
        var lead = lead();
        var sections = newsletter.sections().stream()
                .map(this::fill)
                .filter(section -> !section.teasers().isEmpty())
                .toList();
        listLatest();
        return new Edition(0, newsletter, slot, lead, sections, List.copyOf(latest));
    }

    /** What was considered: what the edition carries in its order, then what it does not. */
    List<Candidate> candidates() {
        return Stream.concat(picked.values().stream(), left.stream().map(this::explained))
                .toList();
    }

    private @Nullable Lead lead() {
        var lead = pinned().or(this::pictured);
        lead.ifPresent(teaser -> take(teaser, Reasons.lead(teaser)));
        return lead.map(teaser -> new Lead(sectionOf(teaser), teaser)).orElse(null);
    }

    private Optional<Teaser> pinned() {
        return fit.stream().filter(Teaser::pinned).filter(not(Teaser::isPaid)).findFirst();
    }

    private Optional<Teaser> pictured() {
        return newsletter.sections().stream()
                .flatMap(this::fitIn)
                .filter(teaser -> teaser.image() != null && !teaser.isPaid())
                .findFirst();
    }

    private Section sectionOf(Teaser teaser) {
        return newsletter.sections().stream()
                .filter(plan -> plan.key().equals(teaser.section()))
                .map(FrontPage::section)
                .findFirst()
                .orElseThrow();
    }

    private SetSection fill(SectionPlan plan) {
        var articles = articlesOf(plan);
        var place = 0;
        for (var teaser : articles) {
            place(teaser, ++place, plan.teasers());
        }
        return new SetSection(
                section(plan), articles.stream().filter(this::isPicked).toList());
    }

    /** The section's teasers, one for each article that is not in the edition yet. */
    private Collection<Teaser> articlesOf(SectionPlan plan) {
        var articles = new LinkedHashMap<String, Teaser>();
        fitIn(plan).filter(not(this::isPicked)).forEach(teaser -> {
            var same = picked.containsKey(article(teaser)) ? teaser : articles.putIfAbsent(article(teaser), teaser);
            if (same != null) {
                leave(teaser, Reasons.sameAs(same));
            }
        });
        return articles.values();
    }

    private void place(Teaser teaser, int place, int places) {
        if (place > places) {
            leave(teaser, Reasons.place(place, places));
        } else if (isFull()) {
            leave(teaser, Reasons.full(picked.size()));
        } else {
            take(teaser, Reasons.place(place, places));
        }
    }

    /** A paid one is never among them: a headline has no room to say who paid. */
    private void listLatest() {
        var articles = new LinkedHashMap<String, Teaser>();
        left.stream()
                .map(Candidate::teaser)
                .filter(teaser -> !picked.containsKey(article(teaser)) && !teaser.isPaid())
                .sorted(comparing(Teaser::publishedAt).reversed().thenComparing(Teaser::id))
                .forEach(teaser -> articles.putIfAbsent(article(teaser), teaser));
        articles.values().stream().limit(newsletter.latest()).forEach(latest::add);
    }

    /** A later section may have picked the same article. */
    private Candidate explained(Candidate candidate) {
        var teaser = candidate.teaser();
        var same = picked.get(article(teaser));
        if (same != null) {
            return new Candidate(teaser, false, Reasons.sameAs(same.teaser()));
        }
        return latest.contains(teaser) ? new Candidate(teaser, false, Reasons.latest(candidate.reason())) : candidate;
    }

    private void take(Teaser teaser, String reason) {
        picked.put(article(teaser), new Candidate(teaser, true, reason));
    }

    private void leave(Teaser teaser, String reason) {
        left.add(new Candidate(teaser, false, reason));
    }

    private boolean isPicked(Teaser teaser) {
        var candidate = picked.get(article(teaser));
        return candidate != null && candidate.teaser().id() == teaser.id();
    }

    private boolean isFull() {
        var maximum = newsletter.maximum();
        return maximum != null && picked.size() >= maximum;
    }

    private Stream<Teaser> fitIn(SectionPlan plan) {
        return fit.stream().filter(teaser -> teaser.section().equals(plan.key()));
    }

    private static Section section(SectionPlan plan) {
        return new Section(plan.key(), plan.title());
    }

    private static String article(Teaser teaser) {
        return teaser.article();
    }
}
