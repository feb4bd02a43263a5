package org.keepreading.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import org.keepreading.address.ListKey;
import org.keepreading.subscriber.Subscriber;
import org.keepreading.subscriber.Way;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code subscribers unsubscribe}: for who asked by letter, by telephone or by answering a mail. */
@Command(
        name = "unsubscribe",
        mixinStandardHelpOptions = true,
        description = "Ends what somebody gets; no later import brings them back.")
final class SubscribersUnsubscribe implements Callable<Integer> {
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "Their email address.")
    private EmailAddress address;

    @Option(names = "--list", paramLabel = "KEY", description = "This list alone (default: everything).")
    private @Nullable ListKey list;

    SubscribersUnsubscribe(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        return installation.with(app -> {
            var subscriber = app.subscribers()
                    .find(address)
                    .orElseThrow(() ->
                            new IllegalArgumentException("Nobody with the address " + address + " is subscribed."));
            end(app, subscriber);
            return 0;
        });
    }

    private void end(App app, Subscriber subscriber) {
        var consent = app.consent();
        if (list == null) {
            consent.leaveEverything(subscriber.id(), Way.command(Person.here()));
            spec.commandLine().getOut().println(address + " is unsubscribed from everything.");
            return;
        }
        KnownLists.of(app).get(list);
        consent.leave(subscriber.id(), List.of(list), Way.command(Person.here()));
        spec.commandLine().getOut().println(address + " is unsubscribed from list \"" + list + "\".");
    }
}
