package org.keepreading.cli;

import java.time.Clock;
import java.util.List;
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

    @Command(mixinStandardHelpOptions = true, description = "No edition takes them any more.")
    int hide(@Parameters(paramLabel = "TEASER", description = "Their numbers.", arity = "1..*") List<Long> ids) {
        return mark(
                ids,
                (app, id) -> store(app).hide(id, app.getBean(Clock.class).instant()),
                "is hidden: no edition takes it.");
    }

    @Command(mixinStandardHelpOptions = true, description = "Editions may take them again.")
    int unhide(@Parameters(paramLabel = "TEASER", description = "Their numbers.", arity = "1..*") List<Long> ids) {
        return mark(ids, (app, id) -> store(app).unhide(id), "is hidden no more.");
    }

    @Command(mixinStandardHelpOptions = true, description = "The next edition that may carry it leads with it.")
    int pin(@Parameters(paramLabel = "TEASER", description = "Its number.", arity = "1..*") List<Long> ids) {
        return mark(
                ids,
                (app, id) -> store(app).pin(id, app.getBean(Clock.class).instant()),
                "is pinned: the next edition that may carry it leads with it.");
    }

    @Command(mixinStandardHelpOptions = true, description = "They lead no more by being pinned.")
    int unpin(@Parameters(paramLabel = "TEASER", description = "Their numbers.", arity = "1..*") List<Long> ids) {
        return mark(ids, (app, id) -> store(app).unpin(id), "is pinned no more.");
    }

    private int mark(List<Long> ids, Mark mark, String outcome) {
        try (var app = installation.open()) {
            for (var id : ids) {
                mark.put(app, id);
                spec.commandLine().getOut().printf("Teaser %d %s%n", id, outcome);
            }
            return 0;
        }
    }

    private static Teasers store(ApplicationContext app) {
        return app.getBean(Teasers.class);
    }

    /** What an editor does to one teaser. */
    private interface Mark {
        void put(ApplicationContext app, long id);
    }
}
