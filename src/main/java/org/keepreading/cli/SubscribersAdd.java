package org.keepreading.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.subscriber.SubscriberEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code subscribers add}: one person onto a list. */
@Command(name = "add", mixinStandardHelpOptions = true, description = "Puts one person on a list.")
final class SubscribersAdd implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "Their email address.")
    private EmailAddress address;

    @Option(names = "--list", required = true, paramLabel = "KEY", description = "The list.")
    private ListKey list;

    @Option(names = "--new-list", description = "Make the list where there is none.")
    private boolean newList;

    @Option(names = "--name", paramLabel = "NAME", description = "What they are called.")
    private @Nullable String name;

    @Option(
            names = "--asked-again",
            description = "They left before and asked for it again, or their mail is known to arrive again.")
    private boolean askedAgain;

    SubscribersAdd(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.withOrBegin(app -> {
            return add(app);
        });
    }

    private int add(App app) {
        KnownLists.of(app).ensure(list, newList);
        if (askedAgain) {
            app.consent().askedAgain(address, list);
        }
        var tally = app.listIntake().take(List.of(SubscriberEntry.of(address, name)), list);
        if (tally.keptUnsubscribed() > 0) {
            throw new IllegalArgumentException(whyNot());
        }
        spec.commandLine()
                .getOut()
                .println(
                        address + (tally.fresh() > 0 ? " is now" : " was known and is") + " on list \"" + list + "\".");
        return 0;
    }

    private String whyNot() {
        return address
                + (askedAgain
                        ? " is suppressed, which nothing but the one who suppressed it should change."
                        : " unsubscribed, bounced, complained, is suppressed or was erased, and stays so."
                                + " If they asked for it again, add --asked-again.");
    }
}
