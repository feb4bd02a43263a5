package org.keepreading.source;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.Draft;
import org.keepreading.teaser.Saved;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Sections;
import org.keepreading.teaser.Teasers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** One document on its way into the store, part by part, and what becomes of its entries. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int AT_ONCE = 100;
    private static final int MOST_SEEN = 100_000;

    private final Store store;
    private final From from;
    private final Rules rules;
    private final int longestExcerpt;
    private final List<Section> before;
    private final Map<Saved, Integer> counts = new EnumMap<>(Saved.class);
    private final Refusals refusals = new Refusals();
    private final List<String> notes = new ArrayList<>();
    private @Nullable SectionFinder desks;
    private boolean isFaulty;

    record Store(Teasers teasers, Sections sections, TransactionOperations transactions, Clock clock) {}

    /** @param isKnown whether the source was read before */
    record From(String source, boolean isKnown) {}

    private record Drafted(Entry entry, Draft draft) {}

    Intake(Store store, From from, Rules rules, int longestExcerpt) {
        this.store = store;
        this.from = from;
        this.rules = rules;
        this.longestExcerpt = longestExcerpt;
        this.before = store.sections().all();
    }

    /** Takes the newest of all the parts together, or of the first {@value #MOST_SEEN} items. */
    void takeNewest(Stream<Feed> parts, int most) {
        var newest = new Newest(most);
        parts.takeWhile(part -> newest.seen() < MOST_SEEN).forEach(part -> {
            stopIfGivenUp();
            part.refused().forEach(refusals::add);
            newest.add(part);
        });
        take(newest.feed());
        if (newest.seen() > most) {
            notes.add("it holds %,d items%s; the newest %,d were taken."
                    .formatted(newest.seen(), newest.seen() < MOST_SEEN ? "" : " or more", most));
        }
    }

    void take(Feed written) {
        var feed = written.titled();
        feed.refused().forEach(refusals::add);
        var identities = Identities.of(
                feed.entries(), (guids, addresses) -> store.teasers().known(from.source(), guids, addresses));
        var excerpt = new Excerpt(Drafting.locale(feed.language()), longestExcerpt);
        var drafting = new Drafting(from.source(), rules, desks(feed), excerpt);
        var waiting = new ArrayList<Drafted>();
        for (var entry : feed.entries()) {
            stopIfGivenUp();
            drafted(entry, drafting, identities).ifPresent(waiting::add);
            if (waiting.size() == AT_ONCE) {
                save(waiting);
                waiting.clear();
            }
        }
        save(waiting);
        notes.addAll(identities.notes());
    }

    private SectionFinder desks(Feed feed) {
        var all = desks == null ? new SectionFinder(rules, before, feed.title()) : desks;
        desks = all;
        return all;
    }

    private static void stopIfGivenUp() {
        if (Thread.currentThread().isInterrupted()) {
            throw new FeedProblem("Reading was given up; what was taken before is kept.");
        }
    }

    private Optional<Drafted> drafted(Entry entry, Drafting drafting, Identities identities) {
        try {
            return Optional.of(new Drafted(entry, drafting.draft(entry, identities.of(entry))));
        } catch (Refused e) {
            refusals.add(new Refusal(entry.name(), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            refuse(entry, e);
        }
        return Optional.empty();
    }

    /** In one transaction, or where one of them cannot be kept, each in its own. */
    private void save(List<Drafted> drafts) {
        try {
            var saved = store.transactions()
                    .execute(status -> drafts.stream().map(this::save).toList());
            saved.forEach(this::count);
        } catch (RuntimeException e) {
            drafts.forEach(this::saveAlone);
        }
    }

    private Saved save(Drafted drafted) {
        return store.teasers().save(drafted.draft(), store.clock().instant(), from.isKnown());
    }

    private void saveAlone(Drafted drafted) {
        try {
            count(save(drafted));
        } catch (RuntimeException e) {
            refuse(drafted.entry(), e);
        }
    }

    private void count(Saved saved) {
        counts.merge(saved, 1, Integer::sum);
    }

    /** The log has the first fault of a document, which the others most likely are too. */
    private void refuse(Entry entry, RuntimeException fault) {
        if (!isFaulty) {
            LOG.warn("{} of source {} could not be kept; the others were", entry.place(), from.source(), fault);
        }
        isFaulty = true;
        refusals.add(new Refusal(entry.name(), "could not be kept; the log says why."));
    }

    ImportReport report() {
        Optional.ofNullable(desks).flatMap(SectionFinder::note).ifPresent(notes::add);
        return new ImportReport(
                counts.getOrDefault(Saved.NEW, 0),
                counts.getOrDefault(Saved.UPDATED, 0),
                counts.getOrDefault(Saved.UNCHANGED, 0),
                refusals.first(),
                refusals.more(),
                List.copyOf(notes),
                store.sections().all().stream()
                        .filter(section -> !before.contains(section))
                        .toList());
    }
}
