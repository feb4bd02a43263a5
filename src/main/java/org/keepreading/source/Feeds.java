package org.keepreading.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.keepreading.teaser.Teasers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings teasers in: from a source that is polled, from an address once, from a file. */
@Component
public class Feeds {
    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    private final Sources sources;
    private final Fetcher fetcher;
    private final Importer importer;
    private final Teasers teasers;
    private final Clock clock;
    private final PictureLookup pictures;
    private final SourceSettings settings;

    Feeds(
            Sources sources,
            Fetcher fetcher,
            Importer importer,
            Teasers teasers,
            PictureLookup pictures,
            Clock clock,
            SourceSettings settings) {
        this.sources = sources;
        this.fetcher = fetcher;
        this.importer = importer;
        this.teasers = teasers;
        this.pictures = pictures;
        this.clock = clock;
        this.settings = settings;
    }

    /** Fetches the source, due or not, and sets when it is due next; a failure is an outcome, never an exception. */
    public Fetched fetch(SourceKey key) {
        var source = sources.get(key);
        try {
            var fetched = outcome(
                    source, fetcher.fetch(source.url(), new Fetcher.Seen(source.etag(), source.lastModified())));
            if (!fetched.hasFailed()) {
                pictures.lookUp(source);
            }
            return fetched;
        } catch (FeedProblem e) {
            return failed(source, String.valueOf(e.getMessage()), Duration.ZERO);
        } catch (Throwable e) { // an Error as well: a document that breaks us hurts its own source alone
            LOG.error("Source {} could not be fetched, which is a fault of this program", key, e);
            return failed(source, Fault.sentence(source.url(), e), Duration.ZERO);
        }
    }

    /** @throws FeedProblem if the file holds no teasers */
    public ImportReport importFile(Path file, SourceKey source, Rules rules) {
        return take(Document.file(file.toString(), bytes(file)), source, rules);
    }

    /** @throws FeedProblem if nothing could be fetched, or it holds no teasers */
    public ImportReport importFrom(String address, SourceKey source, Rules rules) {
        var download = fetcher.fetch(address, Fetcher.Seen.NOTHING);
        if (download instanceof Download.Arrived arrived) {
            return take(arrived.document(), source, rules);
        }
        throw new FeedProblem(
                download instanceof Download.Refused refused ? refused.problem() : address + " sent nothing.");
    }

    private ImportReport take(Document document, SourceKey source, Rules rules) {
        return importer.take(document, source.value(), rules, teasers.countOf(source.value()) > 0);
    }

    private byte[] bytes(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return new Unpacking(settings.maximumSize()).read(file.toString(), stream);
        } catch (IOException e) {
            throw new FeedProblem(
                    "%s cannot be read (%s). Look at its name and who may read it.".formatted(file, e.getMessage()));
        }
    }

    private Fetched outcome(Source source, Download download) {
        if (download instanceof Download.Arrived arrived) {
            return read(source, arrived);
        }
        if (download instanceof Download.Refused refused) {
            return failed(source, refused.problem(), refused.retryAfter().orElse(Duration.ZERO));
        }
        sources.read(source, null, clock.instant());
        return new Fetched.NotModified();
    }

    private Fetched read(Source source, Download.Arrived arrived) {
        var known = source.firstReadAt() != null;
        var report = importer.take(arrived.document(), source.key().value(), source.rules(), known);
        sources.read(source, arrived, clock.instant());
        LOG.info(
                "Source {}: {} new, {} updated, {} unchanged, {} refused",
                source.key(),
                report.fresh(),
                report.updated(),
                report.unchanged(),
                report.refused().size());
        return new Fetched.Read(report);
    }

    /** @param atLeast how long the site wants to be left alone */
    private Fetched failed(Source source, String problem, Duration atLeast) {
        var pause = source.pauseAfterFailure();
        var next = later(clock.instant(), pause, atLeast);
        sources.failed(source, problem, next);
        LOG.warn(
                "Source {} failed {} times running, is tried again at {}: {}",
                source.key(),
                source.failures() + 1,
                next,
                problem);
        return new Fetched.Failed("%s Its %d teasers are kept; next try %s."
                .formatted(problem, teasers.countOf(source.key().value()), next));
    }

    private static Instant later(Instant now, Duration pause, Duration atLeast) {
        return now.plus(pause.compareTo(atLeast) > 0 ? pause : atLeast);
    }
}
