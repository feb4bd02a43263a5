package org.keepreading.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.keepreading.address.NewsletterKey;
import org.keepreading.newsletter.Look;
import org.keepreading.newsletter.Newsletter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsletters show}: one newsletter in a few lines; {@code export} has all of it. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "One newsletter in a few lines; \"export\" has all of it.")
final class NewslettersShow implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NEWSLETTER", description = "Its key, such as \"daily\".")
    private NewsletterKey key;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    NewslettersShow(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var newsletter = app.newsletters().get(key);
            print(
                    newsletter,
                    NewsletterAnswer.of(
                            app.newsletters(), newsletter, app.clock().instant()));
            return 0;
        });
    }

    private void print(Newsletter newsletter, NewsletterAnswer answer) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(answer));
        } else {
            lines(out, newsletter, answer);
        }
    }

    private static void lines(PrintWriter out, Newsletter newsletter, NewsletterAnswer answer) {
        var schedule = newsletter.schedule();
        out.printf("%s (%s)%n", newsletter.title(), newsletter.key());
        line(out, "due", answer.due() + (schedule == null ? "" : ", by " + schedule.cron()));
        line(out, "zone", newsletter.zone() + ", in " + newsletter.language().toLanguageTag());
        line(
                out,
                "from",
                newsletter.sender().name() + " <"
                        + newsletter.sender().contact().written() + ">");
        newsletter.mistakes().forEach(mistake -> line(out, "x", mistake));
        line(
                out,
                "sections",
                newsletter.sections().stream()
                        .map(plan -> plan.key() + " (" + plan.teasers() + ")")
                        .collect(joining(", ")));
        line(out, "lists", newsletter.listsInARow());
        line(out, "template", newsletter.template());
        line(out, "excerpts", excerpts(newsletter));
        line(out, "look", look(newsletter.look()));
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

    private static void line(PrintWriter out, String what, String value) {
        out.printf("  %-9s %s%n", what, value);
    }
}
