package org.keepreading.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.NewsletterKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code subscribers show}: what is known of somebody, and whether they got the last editions. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "What is known of somebody: lists, choices, and what became of the newest editions on their way to them.")
final class SubscribersShow implements Callable<Integer> {
    private static final int EDITIONS_SHOWN = 10;

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "Their email address, or the number that the log knows them by.")
    private SubscriberName name;

    @Option(names = "--json", description = "The answer for a script.")
    private boolean json;

    SubscribersShow(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var answer = SubscriberAnswer.of(name.in(app.subscribers()), app);
            print(answer, app);
            return 0;
        });
    }

    private void print(SubscriberAnswer answer, App app) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(answer));
        } else {
            facts(out, answer);
            answer.lists().forEach(list -> line(out, "list", onList(list)));
            var zones = new NewsletterZones(app.newsletters());
            answer.deliveries().stream()
                    .limit(EDITIONS_SHOWN)
                    .forEach(got -> line(out, got.status(), delivery(got, zones)));
        }
    }

    private static void facts(PrintWriter out, SubscriberAnswer answer) {
        out.printf("%s is %s%n", answer.email(), answer.status());
        line(out, "paused", answer.pausedUntil() == null ? null : "until " + Moment.utc(answer.pausedUntil()));
        line(out, "mail", answer.suppressed() ? "nothing is sent to this address: it is suppressed" : null);
        line(out, "name", answer.name());
        line(out, "language", answer.language());
        line(out, "zone", answer.zone());
        line(out, "sections", answer.sections().isEmpty() ? "all" : String.join(", ", answer.sections()));
        answer.attributes().forEach((name, value) -> line(out, name, value));
    }

    private static String onList(SubscriberAnswer.OnList list) {
        return list.left() == null
                ? "%s, since %s".formatted(list.list(), Moment.utc(list.since()))
                : "%s, until %s, %s".formatted(list.list(), Moment.utc(list.left()), list.reason());
    }

    private static String delivery(SubscriberAnswer.Got got, NewsletterZones zones) {
        var newsletter = new NewsletterKey(got.newsletter());
        return "%s of %s (edition %d), at %s%s"
                .formatted(
                        newsletter,
                        zones.moment(got.slot(), newsletter),
                        got.edition(),
                        zones.moment(got.at(), newsletter),
                        got.reply() == null ? "" : ": " + got.reply());
    }

    private static void line(PrintWriter out, String what, @Nullable String value) {
        if (value != null) {
            out.printf("  %-9s %s%n", what, value);
        }
    }
}
