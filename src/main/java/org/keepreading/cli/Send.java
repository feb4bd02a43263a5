package org.keepreading.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code send}: publishes a newsletter by hand and stays until the edition is delivered. */
@Command(
        name = "send",
        description = {
            "Sends a newsletter by hand; returns when the edition is delivered, or only deferred readers are left.",
            "What you are shown, and say yes to, is what is sent: where it has changed by then you are asked again.",
            "With --at in the future it is planned: picked and sent then, by a server. \"editions list\" shows it,"
                    + " \"editions cancel\" takes it back. With --test and --dry-run --at only says which slot is shown.",
            "A slot that has an edition is taken up where it stands: what is left goes out, and nobody is mailed twice."
        })
final class Send extends InstallationCommand implements Callable<Integer> {
    @Mixin
    private SlotOptions options = new SlotOptions();

    @Option(
            names = "--test",
            paramLabel = "ADDRESS",
            description = "Sends the edition to this address alone, as it would be; nothing is recorded.")
    private @Nullable EmailAddress test;

    @Option(
            names = "--dry-run",
            description =
                    "Does everything but send: prints what would go to how many, and why each teaser is in or not.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Sends, or plans, without asking.")
    private boolean yes;

    @Option(
            names = "--force",
            description = "Sends even what preflight stops, as it can't be mended once a mail has left.")
    private boolean force;

    @Option(
            names = "--json",
            description = "The answer for a script: what was done, and how the edition stands or what it would carry.")
    private boolean json;

    @Override
    public Integer call() {
        try (var running = installation().open();
                var interruption = Interruption.of(
                        running::close, err(), running.app().senders().patience())) {
            return send(running.app(), interruption);
        }
    }

    private int send(App app, Interruption interruption) {
        var slot = HandSlot.of(app, options.newsletter(), options.slot(app));
        var trial = new TrialSend(slot, spec.commandLine(), json);
        if (test != null) {
            return trial.mailTo(test);
        }
        return dryRun ? trial.show() : new ManualSend(slot, spec.commandLine(), interruption, json).send(yes, force);
    }
}
