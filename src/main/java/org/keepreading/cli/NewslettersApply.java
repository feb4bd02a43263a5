package org.keepreading.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.ListKey;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterMistakes;
import org.keepreading.subscriber.Lists;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Sections;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsletters apply}: takes newsletters from their files; where one file has a mistake, none is taken. */
@Command(
        name = "apply",
        description = {
            "Takes newsletters from their files, whether they are new or were there.",
            "Where one file has a mistake, none is taken, and every mistake is told with its line."
        })
final class NewslettersApply extends InstallationCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "newsletter.yaml, one newsletter each.")
    private List<Path> files;

    @Option(names = "--json", description = "The answer for a script: what each file changed, and what it made.")
    private boolean json;

    @Override
    public Integer call() {
        var read = read();
        return read.isPresent() ? apply(read.get()) : 1;
    }

    private Optional<List<NewsletterOnDisk>> read() {
        var newsletters = new ArrayList<NewsletterOnDisk>();
        var mistaken = false;
        for (var file : files) {
            try {
                newsletters.add(NewsletterOnDisk.read(file));
            } catch (NewsletterMistakes mistakes) {
                err().println(Laid.lines(
                        mistakes.all().stream().map(Object::toString).toList()));
                mistaken = true;
            }
        }
        return mistaken ? Optional.empty() : Optional.of(newsletters);
    }

    private int apply(List<NewsletterOnDisk> read) {
        return installation().withOrBegin(app -> {
            var mistakes = read.stream()
                    .flatMap(file -> file.mistakes(app.templates(), app.templateCheck()).stream())
                    .toList();
            mistakes.forEach(mistake -> err().println(mistake));
            if (!mistakes.isEmpty()) {
                return 1;
            }
            var answers =
                    read.stream().map(file -> apply(file.newsletter(), app)).toList();
            return json ? say(Json.of(answers)) : 0;
        });
    }

    private Answer apply(Newsletter newsletter, App app) {
        var newSections = ensureSections(newsletter, app.sections());
        var newLists = ensureLists(newsletter, app.lists());
        var change = change(app.newsletters().find(newsletter.key()), newsletter);
        app.newsletters().apply(newsletter);
        var now = NewsletterAnswer.of(app, newsletter);
        if (!json) {
            out().printf("%s: %s, %s%n", now.key(), change, now.due());
        }
        return new Answer(now.key(), change, now.next(), newSections, newLists);
    }

    private List<String> ensureSections(Newsletter newsletter, Sections sections) {
        var made = newsletter.sections().stream()
                .filter(plan -> sections.find(plan.key()).isEmpty())
                .toList();
        made.forEach(plan -> {
            err().printf("%s: section \"%s\" is new, no teaser is in it yet.%n", newsletter.key(), plan.key());
            sections.ensure(new Section(plan.key(), plan.title()));
        });
        return made.stream().map(plan -> plan.key().value()).toList();
    }

    private List<String> ensureLists(Newsletter newsletter, Lists lists) {
        var made = newsletter.lists().stream()
                .filter(list -> lists.ensure(list, newsletter.title()))
                .map(ListKey::value)
                .toList();
        made.forEach(list -> err().printf("%s: list \"%s\" is new, nobody is on it yet.%n", newsletter.key(), list));
        return made;
    }

    private static String change(Optional<Newsletter> before, Newsletter after) {
        return before.map(newsletter -> newsletter.equals(after) ? "unchanged" : "changed")
                .orElse("new");
    }

    /**
     * What was made of a file.
     *
     * @param change "new", "changed" or "unchanged"
     * @param next the next slot; {@code null}: there is none by schedule
     * @param newSections those that no teaser is in yet, as nobody is on {@code newLists}
     */
    record Answer(String key, String change, @Nullable Instant next, List<String> newSections, List<String> newLists) {}
}
