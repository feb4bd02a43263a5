package org.keepreading.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiFunction;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.keepreading.edition.Issue;
import org.keepreading.source.TeasersFile;
import org.keepreading.teaser.Teaser;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code teasers}: what is in the store, and what editors say of it. */
@Command(name = "teasers", description = "What is in the store.")
final class TeasersCommand extends InstallationCommand {
    private static final String THEIR_NUMBERS = "Their numbers.";

    @Command(description = "The teasers in the store, the newest first.")
    int list(
            @Mixin TeaserFilter filter,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = Limit.AT_MOST) Limit limit,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var teasers = app.teasers().list(filter.most(limit.most()));
            var first = new HashMap<String, Teaser>();
            return listed(
                    json,
                    teasers,
                    TeaserAnswer::of,
                    teaser -> line(teaser, first.putIfAbsent(teaser.article(), teaser)));
        });
    }

    private static String line(Teaser teaser, @Nullable Teaser twin) {
        return "%6d %s %-16s %s%s%s%s%s"
                .formatted(
                        teaser.id(),
                        Moment.utc(teaser.publishedAt()),
                        teaser.section(),
                        teaser.headline(),
                        twin == null ? "" : " (the same article as " + twin.id() + ")",
                        teaser.pinned() ? " (pinned)" : "",
                        teaser.hidden() ? " (hidden)" : "",
                        teaser.sponsor() == null ? "" : " (paid for by " + teaser.sponsor() + ")");
    }

    @Command(description = "All that is known of a teaser.")
    int show(
            @Parameters(paramLabel = "TEASER", description = "Its number.") TeaserNumber number,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var teaser = app.teasers().get(number.id());
            var twins = app.teasers().twins(teaser);
            return json ? Json.of(TeaserAnswer.with(teaser, twins)) : facts(teaser, twins);
        });
    }

    private static Laid facts(Teaser teaser, List<Teaser> twins) {
        var author = teaser.author();
        var image = teaser.image();
        var facts = new Facts("%-12s %s")
                .and("headline", teaser.headline())
                .and("dek", teaser.dek())
                .and("address", teaser.url())
                .and("section", teaser.section())
                .and("source", teaser.source() + ", guid " + teaser.guid())
                .and("published", Moment.utc(teaser.publishedAt()))
                .and("author", author == null ? null : author.name())
                .and("picture", image == null ? null : image.url())
                .and("caption", image == null ? null : image.caption())
                .and("paid for by", teaser.sponsor());
        twins.forEach(twin -> facts.and("also as", "teaser " + twin.id() + " from source " + twin.source()));
        facts.and("pinned", teaser.pinned() ? "yes" : null).and("hidden", teaser.hidden() ? "yes" : null);
        teaser.excerpt()
                .forEach(paragraph ->
                        facts.and("", Jsoup.parseBodyFragment(paragraph).text()));
        return facts.laid();
    }

    @Command(description = "Teasers as teasers.json, which \"import\" takes.")
    int export(
            @Mixin TeaserFilter filter,
            @Option(
                            names = "--out",
                            paramLabel = "FILE.json",
                            description = "Where to write (default: standard output).")
                    @Nullable
                    Path file)
            throws IOException {
        return installation().with(app -> {
            var teasers = TeasersFile.write(
                    app.teasers().list(filter.most(Integer.MAX_VALUE)),
                    app.sections().all());
            if (file == null) {
                return say(Laid.json(teasers));
            }
            Files.writeString(file, teasers + "\n");
            return 0;
        });
    }

    @Command(
            description = {
                "No edition takes their articles any more, whichever source brings them, now or later.",
                "Says where an edition that was built before still shows one."
            })
    int hide(
            @Parameters(paramLabel = "TEASER", description = THEIR_NUMBERS, arity = "1..*") List<TeaserNumber> numbers,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return mark(
                numbers,
                (app, id) -> app.teasers().hide(id, app.clock().instant()),
                "hidden: no edition takes its article, whoever brings it.",
                TeasersCommand::showing,
                json);
    }

    @Command(description = "Editions may take their articles again.")
    int unhide(
            @Parameters(paramLabel = "TEASER", description = THEIR_NUMBERS, arity = "1..*") List<TeaserNumber> numbers,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return mark(numbers, (app, id) -> app.teasers().unhide(id), "hidden no more.", TeasersCommand::nowhere, json);
    }

    @Command(description = "The next edition that may carry their article leads with it.")
    int pin(
            @Parameters(paramLabel = "TEASER", description = THEIR_NUMBERS, arity = "1..*") List<TeaserNumber> numbers,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return mark(
                numbers,
                (app, id) -> app.teasers().pin(id, app.clock().instant()),
                "pinned: the next edition that may carry its article leads with it.",
                TeasersCommand::nowhere,
                json);
    }

    @Command(description = "They lead no more by being pinned.")
    int unpin(
            @Parameters(paramLabel = "TEASER", description = THEIR_NUMBERS, arity = "1..*") List<TeaserNumber> numbers,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return mark(numbers, (app, id) -> app.teasers().unpin(id), "pinned no more.", TeasersCommand::nowhere, json);
    }

    /**
     * All or none: where one number is none, nothing is done.
     *
     * @param mark what is done to a teaser's article; gives its other teasers
     * @param showing which editions show it still
     */
    private int mark(
            List<TeaserNumber> numbers,
            BiFunction<App, Long, List<Teaser>> mark,
            String outcome,
            BiFunction<App, Long, List<Issue>> showing,
            boolean json) {
        return saying(app -> {
            numbers.forEach(number -> app.teasers().get(number.id()));
            var marked = numbers.stream()
                    .map(TeaserNumber::id)
                    .map(id -> new Marked(id, mark.apply(app, id), showing.apply(app, id)))
                    .toList();
            var zones = new NewsletterZones(app.newsletters());
            return json
                    ? Json.of(marked.stream().map(Marked::forScripts).toList())
                    : Laid.lines(marked.stream()
                            .flatMap(one -> one.lines(outcome, zones).stream())
                            .toList());
        });
    }

    private static List<Issue> nowhere(App app, long id) {
        return List.of();
    }

    private static List<Issue> showing(App app, long id) {
        return app.editions().showing(app.teasers().get(id).article());
    }
}
