package org.keepreading.cli;

import java.util.List;
import org.keepreading.edition.Issue;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.Teasers;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teasers}: what is in the store, and what editors say of it. */
@Command(
        name = "teasers",
        mixinStandardHelpOptions = true,
        description = "What is in the store.",
        subcommands = {TeasersList.class, TeasersShow.class, TeasersExport.class})
final class TeasersCommand {
    private static final String THEIR_NUMBERS = "Their numbers.";
    private static final String FOR_A_SCRIPT = "The answer for a script.";
    private static final Showing NOWHERE = (app, id) -> List.of();

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    TeasersCommand(Installation installation) {
        this.installation = installation;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "No edition takes their articles any more, whichever source brings them, now or later.",
                "Says where an edition that was built before still shows one."
            })
    int hide(
            @Parameters(paramLabel = "TEASER", description = THEIR_NUMBERS, arity = "1..*") List<TeaserNumber> numbers,
            @Option(names = "--json", description = FOR_A_SCRIPT) boolean json) {
        return mark(
                numbers,
                (app, id) -> store(app).hide(id, app.clock().instant()),
                "hidden: no edition takes its article, whoever brings it.",
                TeasersCommand::showing,
                json);
    }

    @Command(mixinStandardHelpOptions = true, description = "Editions may take their articles again.")
    int unhide(
            @Parameters(paramLabel = "TEASER", description = THEIR_NUMBERS, arity = "1..*") List<TeaserNumber> numbers,
            @Option(names = "--json", description = FOR_A_SCRIPT) boolean json) {
        return mark(numbers, (app, id) -> store(app).unhide(id), "hidden no more.", NOWHERE, json);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "The next edition that may carry their article leads with it.")
    int pin(
            @Parameters(paramLabel = "TEASER", description = THEIR_NUMBERS, arity = "1..*") List<TeaserNumber> numbers,
            @Option(names = "--json", description = FOR_A_SCRIPT) boolean json) {
        return mark(
                numbers,
                (app, id) -> store(app).pin(id, app.clock().instant()),
                "pinned: the next edition that may carry its article leads with it.",
                NOWHERE,
                json);
    }

    @Command(mixinStandardHelpOptions = true, description = "They lead no more by being pinned.")
    int unpin(
            @Parameters(paramLabel = "TEASER", description = THEIR_NUMBERS, arity = "1..*") List<TeaserNumber> numbers,
            @Option(names = "--json", description = FOR_A_SCRIPT) boolean json) {
        return mark(numbers, (app, id) -> store(app).unpin(id), "pinned no more.", NOWHERE, json);
    }

    /** All or none: where one number is none, nothing is done. */
    private int mark(List<TeaserNumber> numbers, Mark mark, String outcome, Showing showing, boolean json) {
        return installation.saying(spec, app -> {
            numbers.forEach(number -> store(app).get(number.id()));
            var marked = numbers.stream()
                    .map(TeaserNumber::id)
                    .map(id -> new Marked(id, mark.put(app, id), showing.of(app, id)))
                    .toList();
            var zones = new NewsletterZones(app.newsletters());
            return json
                    ? Json.of(marked.stream().map(Marked::forScripts).toList())
                    : Laid.lines(marked.stream()
                            .flatMap(one -> one.lines(outcome, zones).stream())
                            .toList());
        });
    }

    private static List<Issue> showing(App app, long id) {
        return app.editions().showing(store(app).get(id).article());
    }

    private static Teasers store(App app) {
        return app.teasers();
    }

    /** What an editor does to one teaser's article; answers its other teasers. */
    private interface Mark {
        List<Teaser> put(App app, long id);
    }

    /** Which editions show it still. */
    private interface Showing {
        List<Issue> of(App app, long id);
    }
}
