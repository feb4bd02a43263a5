package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Issue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code editions cancel}: whoever has not got it never will. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = {
            "Ends the edition for good: whoever has not got it never will.",
            "One that is only planned is taken back, and its slot is as free as before. Name it by its number."
        })
final class EditionsCancel implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StopOptions options = new StopOptions();

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    EditionsCancel(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var issue = options.edition().in(app.editions());
            if (issue.status() == EditionStatus.PLANNED && app.planning().takeBack(issue, Person.here())) {
                print(issue, app);
                return 0;
            }
            var id = issue.id();
            StandAnswer.of(app.editionControl().cancel(id, Person.here(), options.reason()))
                    .print(spec.commandLine().getOut(), json, "is cancelled", "Whoever has not got it never will.");
            return 0;
        });
    }

    private void print(Issue plan, App app) {
        var newsletter = app.newsletters().find(plan.newsletter());
        var moment = new NewsletterZones(app.newsletters()).moment(plan.slot(), plan.newsletter());
        var schedule = newsletter.filter(it -> it.isDue(plan.slot())).isPresent()
                ? " The schedule has this slot as well: it is sent then all the same."
                : "";
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.of(StandAnswer.takenBack(plan))
                                : "Edition %d of %s, planned for %s, is taken back: nothing of it was sent.%s"
                                        .formatted(plan.id(), plan.newsletter(), moment, schedule));
    }
}
