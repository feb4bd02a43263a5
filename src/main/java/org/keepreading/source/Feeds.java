package org.keepreading.source;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.keepreading.source.SourceAttempts.Attempt;
import org.keepreading.teaser.Teasers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** Brings teasers in: from a source that is polled, from an address once, from a file. */
@Component
public class Feeds {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(UTC);

    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    private final Sources sources;
    private final Fetcher fetcher;
    private final Importer importer;
    private final Teasers teasers;
    private final PictureLookup pictures;
    private final SourceAttempts attempts;
    private final SourceSettings settings;

    Feeds(
            Sources sources,
            Fetcher fetcher,
            Importer importer,
            Teasers teasers,
            PictureLookup pictures,
            SourceAttempts attempts,
            SourceSettings settings) {
        this.sources = sources;
        this.fetcher = fetcher;
        this.importer = importer;
        this.teasers = teasers;
        this.pictures = pictures;
        this.attempts = attempts;
        this.settings = settings;
    }

    /** Fetches the source, due or not, and sets when it is due next; a failure is an outcome, never an exception. */
    public Fetched fetch(SourceKey key) {
        var attempt = attempts.begin(sources.get(key))
                .or(() -> attempts.begin(sources.get(key)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Source \"%s\" is being read by another process right now. Try again in a minute."
                                .formatted(key)));
        return fetch(attempt, Gate.OPEN);
    }

    /** @param gate what a document passes before it is read */
    Fetched fetch(Attempt attempt, Gate gate) {
        var source = attempt.source();
        try {
            var fetched = outcome(
                    attempt, fetcher.fetch(source.url(), new Fetcher.Seen(source.etag(), source.lastModified())), gate);
            if (!fetched.hasFailed()) {
                pictures.lookUp(source);
            }
            return fetched;
        } catch (FeedProblem e) {
            return failed(attempt, String.valueOf(e.getMessage()), Duration.ZERO);
        } catch (InterruptedException e) {
            attempts.takeBack(attempt);
            return new Fetched.Failed(source.url() + " had to wait for others, and is read in a moment.");
        } catch (Throwable e) { // an Error as well: a document that breaks us hurts its own source alone
            return broken(attempt, e);
        }
    }

    private Fetched broken(Attempt attempt, Throwable fault) {
        var sentence = ProgramFault.sentence(attempt.source().url(), fault);
        if (attempts.isOpen(attempt) && !sentence.equals(attempt.source().lastProblem())) {
            LOG.error(
                    "Source {} could not be fetched, which is a fault of this program",
                    attempt.source().key(),
                    fault);
        }
        return failed(attempt, sentence, Duration.ZERO);
    }

    /** @throws FeedProblem if the file holds no teasers */
    public ImportReport importFile(Path file, SourceKey source, Rules rules) {
        return take(Document.file(file.toString(), bytes(file)), source, rules);
    }

    /** @throws FeedProblem if nothing could be fetched, or it holds no teasers */
    public ImportReport importFrom(String address, SourceKey source, Rules rules) {
        var download = fetcher.fetch(address, Fetcher.Seen.NOTHING);
        if (download instanceof Download.Arrived arrived) {
            try (arrived) {
                return take(arrived.document(), source, rules);
            }
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

    private Fetched outcome(Attempt attempt, Download download, Gate gate) throws InterruptedException {
        if (download instanceof Download.Arrived arrived) {
            try (arrived) {
                return gate.pass(attempt.source(), arrived.spool().size(), () -> read(attempt, arrived));
            }
        }
        if (download instanceof Download.Refused refused) {
            return failed(attempt, refused.problem(), refused.retryAfter().orElse(Duration.ZERO));
        }
        attempts.read(attempt, null);
        return new Fetched.NotModified();
    }

    private Fetched read(Attempt attempt, Download.Arrived arrived) {
        var source = attempt.source();
        var known = source.firstReadAt() != null;
        var report = importer.takeNewest(arrived.document(), source.key().value(), source.rules(), known);
        attempts.read(attempt, arrived);
        LOG.atLevel(report.fresh() + report.updated() > 0 ? Level.INFO : Level.DEBUG)
                .log(
                        "Source {}: {} new, {} updated, {} unchanged, {} refused",
                        source.key(),
                        report.fresh(),
                        report.updated(),
                        report.unchanged(),
                        report.refusedInAll());
        return new Fetched.Read(report);
    }

    /** @param atLeast how long the site wants to be left alone */
    private Fetched failed(Attempt attempt, String problem, Duration atLeast) {
        if (!attempts.isOpen(attempt)) {
            return new Fetched.Failed(problem);
        }
        var next = attempts.failed(attempt, problem, atLeast);
        return new Fetched.Failed("%s %s; next try %s."
                .formatted(problem, kept(teasers.countOf(attempt.source().key().value())), TIME.format(next)));
    }

    private static String kept(long teasers) {
        if (teasers == 0) {
            return "It has brought no teaser yet";
        }
        return teasers == 1 ? "Its one teaser is kept" : "Its %,d teasers are kept".formatted(teasers);
    }

    /** What a document that was fetched passes before it is read. */
    interface Gate {
        Gate OPEN = (source, size, reading) -> reading.get();

        /** @param size in bytes */
        Fetched pass(Source source, long size, Supplier<Fetched> reading) throws InterruptedException;
    }
}
