package org.keepreading.source;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.keepreading.teaser.Saved;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Sections;
import org.keepreading.teaser.Teasers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings a document's entries into the store, one by one: a bad one is refused with its reason, and the rest goes in. */
@Component
class Importer {
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

    private final Teasers teasers;
    private final Sections sections;
    private final Clock clock;
    private final int longestExcerpt;

    Importer(Teasers teasers, Sections sections, Clock clock, SourceSettings settings) {
        this.teasers = teasers;
        this.sections = sections;
        this.clock = clock;
        this.longestExcerpt = settings.excerpt();
    }

    /**
     * @param sourceKnown whether the source was read before
     * @throws FeedProblem if the document holds no entries that could be read
     */
    ImportReport take(Document document, String source, Rules rules, boolean sourceKnown) {
        return take(Documents.read(document), source, rules, sourceKnown);
    }

    private ImportReport take(Feed feed, String source, Rules rules, boolean sourceKnown) {
        var identities = Identities.of(feed.entries(), (guids, addresses) -> teasers.known(source, guids, addresses));
        var before = sections.all();
        var excerpt = new Excerpt(Drafting.locale(feed.language()), longestExcerpt);
        var counts = new EnumMap<Saved, Integer>(Saved.class);
        var refused = new ArrayList<>(feed.refused());
        for (var entry : feed.entries()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new FeedProblem("Reading was given up; what was taken before is kept.");
            }
            try {
                var drafting = new Drafting(source, rules, new Desks(rules, sections.all(), feed.title()), excerpt);
                counts.merge(
                        teasers.save(drafting.draft(entry, identities.of(entry)), clock.instant(), sourceKnown),
                        1,
                        Integer::sum);
            } catch (Refused e) {
                refused.add(new Refusal(entry.name(), sentence(e)));
            } catch (RuntimeException e) {
                LOG.warn("{} of source {} could not be kept; the others were", entry.place(), source, e);
                refused.add(new Refusal(entry.name(), "could not be kept; the log says why."));
            }
        }
        return report(counts, refused, identities.notes(), made(before));
    }

    private static String sentence(Refused refused) {
        return String.valueOf(refused.getMessage());
    }

    private List<Section> made(List<Section> before) {
        return sections.all().stream()
                .filter(section -> !before.contains(section))
                .toList();
    }

    private static ImportReport report(
            Map<Saved, Integer> counts, List<Refusal> refused, List<String> notes, List<Section> made) {
        return new ImportReport(
                counts.getOrDefault(Saved.NEW, 0),
                counts.getOrDefault(Saved.UPDATED, 0),
                counts.getOrDefault(Saved.UNCHANGED, 0),
                List.copyOf(refused),
                notes,
                made);
    }
}
