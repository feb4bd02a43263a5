package org.keepreading.cli;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.keepreading.address.NewsletterKey;
import org.keepreading.newsletter.Look;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsletters show}: one newsletter in a few lines; {@code export} has all of it. */
@Command(name = "show", description = "One newsletter in a few lines; \"export\" has all of it.")
final class NewslettersShow extends InstallationCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NEWSLETTER", description = NewslettersCommand.ITS_KEY)
    private NewsletterKey key;

    @Option(names = "--json", description = Json.FOR_A_SCRIPT)
    private boolean json;

    @Override
    public Integer call() {
        return saying(app -> {
            var newsletter = app.newsletters().get(key);
            var answer = NewsletterAnswer.of(app, newsletter);
            return json ? Json.of(answer) : facts(newsletter, answer.due());
        });
    }

    private static Laid facts(Newsletter newsletter, String due) {
        var schedule = newsletter.schedule();
        var sender = newsletter.sender();
        var sections = newsletter.sections().stream().map(plan -> plan.key() + " (" + plan.teasers() + ")");
        var facts = new Facts("  %-9s %s")
                .line("%s (%s)".formatted(newsletter.title(), newsletter.key()))
                .and("due", due + (schedule == null ? "" : ", by " + schedule.cron()))
                .and("zone", newsletter.zone() + ", in " + newsletter.language().toLanguageTag())
                .and("from", sender.name() + " <" + sender.contact().written() + ">");
        newsletter.mistakes().forEach(mistake -> facts.and("x", mistake));
        return facts.and("sections", sections.collect(joining(", ")))
                .and("lists", newsletter.listsInARow())
                .and("template", newsletter.template())
                .and("excerpts", excerpts(newsletter))
                .and("look", look(newsletter.look()))
                .laid();
    }

    private static String excerpts(Newsletter newsletter) {
        var own = newsletter.sections().stream()
                .filter(plan -> plan.excerpt() != null)
                .map(plan -> ", " + plan.key() + " " + plan.excerpt())
                .collect(joining());
        return (newsletter.excerpt() == null ? "all that a source brought" : newsletter.excerpt()) + own;
    }

    private static String look(Look look) {
        var parts = Stream.of(
                        Optional.ofNullable(look.accent())
                                .map(accent -> "accent " + accent + ", in dark mode "
                                        + look.darkAccent().orElse(accent)),
                        Optional.ofNullable(look.type()).map(type -> "type " + type),
                        Optional.ofNullable(look.logo()).map(logo -> "logo " + logo))
                .flatMap(Optional::stream)
                .collect(joining("; "));
        return parts.isEmpty() ? "the template's" : parts;
    }
}
