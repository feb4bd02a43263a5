package org.keepreading.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.keepreading.delivery.SendingStopped;
import org.keepreading.edition.Cause;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.publishing.ChangedMeanwhile;
import org.keepreading.publishing.Publication;
import org.keepreading.publishing.Publisher;
import org.keepreading.publishing.Trial;
import picocli.CommandLine;

/** One newsletter's slot, sent by hand from a terminal or a script. */
final class ManualSend {
    /** For somebody to mend something. */
    private static final Set<EditionStatus> WAITING = EnumSet.of(EditionStatus.PAUSED, EditionStatus.STOPPED);

    private static final Set<EditionStatus> NOT_BEGUN = EnumSet.of(EditionStatus.PLANNED, EditionStatus.STOPPED);

    private final App app;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Interruption interruption;
    private final HandSlot slot;
    private final boolean json;

    ManualSend(HandSlot slot, CommandLine command, Interruption interruption, boolean json) {
        this.app = slot.app();
        this.out = command.getOut();
        this.err = command.getErr();
        this.interruption = interruption;
        this.slot = slot;
        this.json = json;
    }

    int send(boolean withoutAsking, boolean inSpiteOfPreflight) {
        app.liveInstallation().check();
        var existing = slot.edition();
        var begun = existing.filter(issue -> !NOT_BEGUN.contains(issue.status()));
        if (begun.isPresent()) {
            return takeUp(begun.get());
        }
        var planned = existing.filter(issue -> issue.status() == EditionStatus.PLANNED);
        return slot.isAhead() ? plan(planned, withoutAsking) : sendNow(withoutAsking, inSpiteOfPreflight);
    }

    private int plan(Optional<Issue> planned, boolean withoutAsking) {
        var planning = app.planning();
        planning.check(slot.newsletter(), slot.slot());
        var proof = slot.proof();
        slot.stops(proof).forEach(stop -> err.println("! It would be stopped: " + stop));
        if (planned.isEmpty() && !withoutAsking) {
            new Listing(err).print(proof.selection());
            if (!isWanted(proof, ", as things stand: it is picked then", "Plan it, to be picked and sent then?")) {
                return 1;
            }
        }
        var issue = planned.orElseGet(() -> planning.plan(slot.newsletter().key(), slot.slot(), Person.here()));
        say(issue, slot.standing(issue) + " " + whoSends());
        return 0;
    }

    private String whoSends() {
        var servers = Servers.atWork(app);
        var schedule =
                slot.newsletter().isDue(slot.slot()) ? " The schedule has this slot as well: it is one edition." : "";
        return (servers.areNone()
                        ? "That is %s, and no server runs: start one with \"serve\", or nothing is sent."
                                .formatted(new Ahead(slot.now(), slot.slot()))
                        : "That is %s, and %s does it.".formatted(new Ahead(slot.now(), slot.slot()), servers))
                + schedule;
    }

    private int sendNow(boolean withoutAsking, boolean inSpiteOfPreflight) {
        var proof = slot.proof();
        if (isStopped(proof, inSpiteOfPreflight)) {
            return 1;
        }
        if (withoutAsking) {
            return send(() -> published(inSpiteOfPreflight));
        }
        if (proof.variant() != null) {
            new Listing(err).print(proof.selection());
        }
        return sendAsShown(proof, inSpiteOfPreflight);
    }

    /** What they say yes to is what is frozen; where that has changed meanwhile they are asked again. */
    private int sendAsShown(Trial shown, boolean inSpiteOfPreflight) {
        if (shown.variant() != null && !isWanted(shown, "", "Send it now?")) {
            return 1;
        }
        try {
            return send(() -> published(shown, inSpiteOfPreflight));
        } catch (ChangedMeanwhile changed) {
            return interruption.nothingIsAtWork() ? askAgain(changed, inSpiteOfPreflight) : nothingSent();
        }
    }

    private int askAgain(ChangedMeanwhile changed, boolean inSpiteOfPreflight) {
        err.println("This has changed since it was shown, and nothing was sent:");
        changed.changes().forEach(err::println);
        return isStopped(changed.now(), inSpiteOfPreflight) ? 1 : sendAsShown(changed.now(), inSpiteOfPreflight);
    }

    private int nothingSent() {
        err.println("Nothing was sent.");
        return Interruption.STATUS;
    }

    private boolean isStopped(Trial proof, boolean inSpiteOfPreflight) {
        var stops = slot.stops(proof);
        var sendable = slot.as(proof).newsletter().mistakes().isEmpty();
        var stopped = !stops.isEmpty() && !(inSpiteOfPreflight && sendable);
        stops.forEach(stop -> err.println((stopped ? "x " : "! ") + stop));
        if (stopped) {
            err.println(
                    sendable
                            ? "Nothing was sent: that can't be mended once a mail has left. --force sends all the same."
                            : "Nothing was sent.");
        }
        return stopped;
    }

    private int send(Supplier<Publication> published) {
        // what is being frozen is frozen to its end: half of it would be nothing that anybody could take up
        return interruption.stopsBy(() -> {}) ? takeUp(published.get().issue()) : Interruption.STATUS;
    }

    private Publication published(boolean inSpiteOfPreflight) {
        return inSpiteOfPreflight
                ? publisher().publishInSpiteOfPreflight(slot.newsletter().key(), slot.slot(), Cause.HAND)
                : publisher().publish(slot.newsletter().key(), slot.slot(), Cause.HAND);
    }

    private Publication published(Trial shown, boolean inSpiteOfPreflight) {
        return inSpiteOfPreflight
                ? publisher().publishInSpiteOfPreflight(shown, Cause.HAND)
                : publisher().publish(shown, Cause.HAND);
    }

    private Publisher publisher() {
        return app.publisher();
    }

    private boolean isWanted(Trial proof, String when, String question) {
        var shown = slot.as(proof);
        err.println("\"%s\" for %s: %s to %s%s."
                .formatted(
                        shown.newsletter().title(), shown.moment(), HandSlot.stories(proof), shown.audience(), when));
        var wanted = Terminal.console().map(console -> saysYes(console, question));
        if (!wanted.orElse(false)) {
            err.println(
                    wanted.isPresent()
                            ? "Nothing was sent."
                            : "Nothing was sent: there is no terminal to ask on. Add --yes to send without asking.");
        }
        return wanted.orElse(false);
    }

    private static boolean saysYes(Console console, String question) {
        var answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private int takeUp(Issue issue) {
        if (issue.status() != EditionStatus.SENDING) {
            say(issue, slot.standing(issue));
            return WAITING.contains(issue.status()) ? 1 : 0;
        }
        if (interruption.stopsBy(() -> app.senders().interrupt())) {
            drain(issue);
        }
        return interruption.hasHappened() ? stopped(issue) : done(editions().get(issue.id()));
    }

    private void drain(Issue issue) {
        var progress = SendingProgress.of(issue, app, err);
        try {
            app.heartbeat()
                    .during("send", () -> progress.during(() -> app.senders().drain(issue.id())));
        } catch (SendingStopped stopped) {
            if (!interruption.hasHappened()) {
                throw stopped;
            }
        }
    }

    private int done(Issue issue) {
        var stragglers = app.stragglers().of(issue.id());
        say(
                issue,
                slot.standing(issue)
                        + stragglers
                                .nextTry()
                                .filter(next -> issue.status() == EditionStatus.SENDING)
                                .map(next -> " " + whoTriesAgain(issue, stragglers.readers(), next))
                                .orElse(""));
        return 0;
    }

    private String whoTriesAgain(Issue issue, long readers, Instant next) {
        var servers = Servers.atWork(app);
        return "Only %,d deferred %s left, to be tried again from %s; "
                        .formatted(readers, readers == 1 ? "reader is" : "readers are", slot.moment(next))
                + (servers.areNone()
                        ? "no server runs, so start one with \"serve\", or run %s then.".formatted(again(issue))
                        : servers + " does that.");
    }

    /** Without the slot it would be another edition. */
    private static String again(Issue issue) {
        return "\"send %s --at %s\"".formatted(issue.newsletter(), issue.slot());
    }

    private int stopped(Issue issue) {
        var servers = Servers.atWork(app);
        var pause = "\"editions pause " + issue.id() + "\"";
        StandAnswer.of(app.editionControl().stand(issue.id()))
                .print(
                        out,
                        json,
                        "is stopped here",
                        servers.areNone()
                                ? "No server runs, so nothing more is sent now. %s goes on where it stopped, and so does a server that is started: %s keeps it from that."
                                        .formatted(again(issue), pause)
                                : "But %s goes on with it: %s stops that.".formatted(servers, pause));
        return Interruption.STATUS;
    }

    private void say(Issue issue, String sentence) {
        slot.answer(issue, sentence).print(out, json);
    }

    private Editions editions() {
        return app.editions();
    }
}
