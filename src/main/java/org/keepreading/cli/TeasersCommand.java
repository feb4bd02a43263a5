package org.keepreading.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.teaser.Teaser;
import org.keepreading.teaser.Teasers;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teasers}: what is in the store, and what editors say of it. */
@Command(
        name = "teasers",
        mixinStandardHelpOptions = true,
        description = "What is in the store.",
        subcommands = {TeasersList.class, TeasersShow.class, TeasersExport.class})
final class TeasersCommand {
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
            @Parameters(paramLabel = "TEASER", description = "Their numbers.", arity = "1..*")
                    List<TeaserNumber> numbers) {
        return mark(
                numbers,
                (app, id) -> store(app).hide(id, app.getBean(Clock.class).instant()),
                "hidden: no edition takes its article, whoever brings it.",
                this::printWhereItStays);
    }

    @Command(mixinStandardHelpOptions = true, description = "Editions may take their articles again.")
    int unhide(
            @Parameters(paramLabel = "TEASER", description = "Their numbers.", arity = "1..*")
                    List<TeaserNumber> numbers) {
        return mark(numbers, (app, id) -> store(app).unhide(id), "hidden no more.");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "The next edition that may carry their article leads with it.")
    int pin(
            @Parameters(paramLabel = "TEASER", description = "Its number.", arity = "1..*")
                    List<TeaserNumber> numbers) {
        return mark(
                numbers,
                (app, id) -> store(app).pin(id, app.getBean(Clock.class).instant()),
                "pinned: the next edition that may carry its article leads with it.");
    }

    @Command(mixinStandardHelpOptions = true, description = "They lead no more by being pinned.")
    int unpin(
            @Parameters(paramLabel = "TEASER", description = "Their numbers.", arity = "1..*")
                    List<TeaserNumber> numbers) {
        return mark(numbers, (app, id) -> store(app).unpin(id), "pinned no more.");
    }

    private int mark(List<TeaserNumber> numbers, Mark mark, String outcome) {
        return mark(numbers, mark, outcome, (app, id) -> {});
    }

    private int mark(List<TeaserNumber> numbers, Mark mark, String outcome, Remark remark) {
        try (var app = installation.open()) {
            for (var number : numbers) {
                var id = number.id();
                var twins = mark.put(app, id);
                out().printf("Teaser %d is %s%n", id, outcome);
                twins.forEach(twin -> out().printf(
                                "  So is teaser %d, the same article from source %s.%n", twin.id(), twin.source()));
                remark.make(app, id);
            }
            return 0;
        }
    }

    private void printWhereItStays(ApplicationContext app, long id) {
        var zones = new Zones(app.getBean(Newsletters.class));
        var article = store(app).get(id).article();
        for (var issue : app.getBean(Editions.class).showing(article)) {
            var slot = zones.moment(issue.slot(), issue.newsletter());
            out().printf("  Edition %d of %s for %s %s%n", issue.id(), issue.newsletter(), slot, stay(issue));
        }
    }

    private static String stay(Issue issue) {
        return issue.status().isOver()
                ? "was sent with it, and shows it on the web as it did."
                : "is being sent with it. \"editions pause %1$d\", then \"editions amend %1$d\" take it out for whoever has not got it."
                        .formatted(issue.id());
    }

    private static Teasers store(ApplicationContext app) {
        return app.getBean(Teasers.class);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** What an editor does to one teaser's article; answers its other teasers. */
    private interface Mark {
        List<Teaser> put(ApplicationContext app, long id);
    }

    /** What else there is to say of it. */
    private interface Remark {
        void make(ApplicationContext app, long id);
    }
}
