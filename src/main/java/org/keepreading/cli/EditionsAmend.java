package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.keepreading.edition.Issue;
import org.keepreading.edition.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code editions amend}: corrects a paused edition for those who have not got it. */
@Command(
        name = "amend",
        mixinStandardHelpOptions = true,
        description = {
            "Corrects a paused edition: correct the teasers, the newsletter or the template first, then this sets the"
                    + " edition anew for its slot.",
            "Whoever has not got it gets the new revision once it is resumed; whoever got it is not mailed again. The web"
                    + " version shows the new one at once."
        })
final class EditionsAmend implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "EDITION", description = "Its number, or its newsletter's key for the newest.")
    private EditionName edition;

    @Option(names = "--dry-run", description = "Only prints what it would carry, and why each teaser is in or not.")
    private boolean dryRun;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    EditionsAmend(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var issue = edition.in(app.editions());
            if (dryRun) {
                print(app.amending().selection(issue));
            } else {
                amend(app, issue);
            }
            return 0;
        });
    }

    private void print(Selection selection) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(CandidateAnswer.of(selection)));
        } else {
            new Listing(out).print(selection);
        }
    }

    private void amend(App app, Issue before) {
        var amended = app.amending().amend(before, Person.here());
        var became = amended.revision() == before.revision()
                ? "says the same as before, so it stays revision " + before.revision()
                : "is revision " + amended.revision() + " now, for those who have not got it";
        StandAnswer.of(app.editionControl().stand(before.id()))
                .print(spec.commandLine().getOut(), json, became, "\"editions resume " + before.id() + "\" sends it.");
    }
}
