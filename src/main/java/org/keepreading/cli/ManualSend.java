package org.keepreading.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keepreading.delivery.Audiences;
import org.keepreading.delivery.Control;
import org.keepreading.delivery.Deliveries;
import org.keepreading.delivery.Live;
import org.keepreading.delivery.Progress;
import org.keepreading.delivery.Proofs;
import org.keepreading.delivery.Senders;
import org.keepreading.delivery.SendingStopped;
import org.keepreading.delivery.Stragglers;
import org.keepreading.edition.Cause;
import org.keepreading.edition.Edition;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.edition.Variant;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterKey;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.node.Heartbeat;
import org.keepreading.publishing.Planning;
import org.keepreading.publishing.Proof;
import org.keepreading.publishing.Publication;
import org.keepreading.publishing.Publisher;
import org.keepreading.subscriber.EmailAddress;
import org.keepreading.subscriber.ListKey;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;

/** One newsletter's slot, sent by hand from a terminal or a script. */
final class ManualSend {
    /** For somebody to mend something. */
    private static final Set<EditionStatus> WAITING = EnumSet.of(EditionStatus.PAUSED, EditionStatus.STOPPED);

    private static final Set<EditionStatus> NOT_BEGUN = EnumSet.of(EditionStatus.PLANNED, EditionStatus.STOPPED);

    private final ApplicationContext app;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Interruption interruption;
    private final Newsletter newsletter;
    private final Instant slot;

    ManualSend(
            ApplicationContext app, CommandLine command, Interruption interruption, NewsletterKey key, Instant slot) {
        this.app = app;
        this.out = command.getOut();
        this.err = command.getErr();
        this.interruption = interruption;
        this.newsletter = app.getBean(Newsletters.class).get(key);
        this.slot = slot;
    }

    int test(EmailAddress address) {
        var proof = proof();
        var variant = proof.variant();
        if (variant == null) {
            return nothingToSend(proof);
        }
        new RelayWait(err).during(() -> sent(proof.selection().edition(), variant, address));
        out.println(
                "The edition for " + moment() + " went to " + address + " alone, as a test that counts for nothing.");
        return 0;
    }

    private EmailAddress sent(Edition edition, Variant variant, EmailAddress address) {
        app.getBean(Proofs.class).send(edition, variant, address);
        return address;
    }

    int dryRun() {
        var existing = editions().find(newsletter.key(), slot).filter(issue -> issue.status() != EditionStatus.STOPPED);
        if (existing.isPresent()) {
            out.println("Dry run. " + standing(existing.get()));
            return 0;
        }
        var proof = proof();
        new Listing(out).print(proof.selection());
        publisher().stops(proof).forEach(stop -> out.println("x " + stop));
        out.println(
                proof.variant() == null
                        ? "Dry run: nothing would be sent, "
                                + proof.selection().tooFew().orElseThrow() + "."
                        : "Dry run: %s would go to %s. Nothing was sent.".formatted(stories(proof), audience()));
        return 0;
    }

    int send(boolean withoutAsking, boolean inSpiteOfPreflight) {
        app.getBean(Live.class).check();
        var existing = editions().find(newsletter.key(), slot);
        var begun = existing.filter(issue -> !NOT_BEGUN.contains(issue.status()));
        if (begun.isPresent()) {
            return takeUp(begun.get());
        }
        var planned = existing.filter(issue -> issue.status() == EditionStatus.PLANNED);
        return isAhead() ? plan(planned, withoutAsking) : sendNow(withoutAsking, inSpiteOfPreflight);
    }

    private boolean isAhead() {
        return slot.isAfter(now());
    }

    private int plan(Optional<Issue> planned, boolean withoutAsking) {
        var planning = app.getBean(Planning.class);
        planning.check(slot);
        var proof = proof();
        publisher().stops(proof).forEach(stop -> err.println("! It would be stopped: " + stop));
        if (planned.isEmpty() && !withoutAsking && !isWanted(proof, ", as things stand: it is picked then", "Plan")) {
            return 1;
        }
        var issue = planned.orElseGet(() -> planning.plan(newsletter.key(), slot, Person.here()));
        out.println(standing(issue) + " " + whoSends());
        return 0;
    }

    private String whoSends() {
        var servers = Servers.atWork(app);
        var schedule = newsletter.isDue(slot) ? " The schedule has this slot as well: it is one edition." : "";
        return (servers.areNone()
                        ? "That is %s, and no server runs: start one with \"serve\", or nothing is sent."
                                .formatted(new Ahead(now(), slot))
                        : "That is %s, and %s does it.".formatted(new Ahead(now(), slot), servers))
                + schedule;
    }

    private int sendNow(boolean withoutAsking, boolean inSpiteOfPreflight) {
        var proof = proof();
        var stops = publisher().stops(proof);
        stops.forEach(stop -> err.println((inSpiteOfPreflight ? "! " : "x ") + stop));
        if (!stops.isEmpty() && !inSpiteOfPreflight) {
            err.println("Nothing was sent: that can't be mended once a mail has left. --force sends all the same.");
            return 1;
        }
        if (proof.variant() != null && !withoutAsking && !isWanted(proof, "", "Send")) {
            return 1;
        }
        // what is being frozen is frozen to its end: half of it would be nothing that anybody could take up
        return interruption.stopsBy(() -> {})
                ? takeUp(published(inSpiteOfPreflight).issue())
                : Interruption.STATUS;
    }

    private Publication published(boolean inSpiteOfPreflight) {
        return inSpiteOfPreflight
                ? publisher().publishInSpiteOfPreflight(newsletter.key(), slot, Cause.HAND)
                : publisher().publish(newsletter.key(), slot, Cause.HAND);
    }

    private Proof proof() {
        return publisher().proof(newsletter.key(), slot);
    }

    private Publisher publisher() {
        return app.getBean(Publisher.class);
    }

    /** @param verb Send or Plan */
    private boolean isWanted(Proof proof, String when, String verb) {
        new Listing(err).print(proof.selection());
        err.println(
                "\"%s\" for %s: %s to %s%s.".formatted(newsletter.title(), moment(), stories(proof), audience(), when));
        var wanted = Terminal.console().map(console -> saysYes(console, verb));
        if (!wanted.orElse(false)) {
            err.println(
                    wanted.isPresent()
                            ? "Nothing was sent."
                            : "Nothing was sent: there is no terminal to ask on. Add --yes to send without asking.");
        }
        return wanted.orElse(false);
    }

    private static boolean saysYes(Console console, String verb) {
        var answer = console.readLine(verb + " it" + (verb.equals("Send") ? " now" : "") + "? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private int takeUp(Issue issue) {
        if (issue.status() != EditionStatus.SENDING) {
            out.println(standing(issue));
            return WAITING.contains(issue.status()) ? 1 : 0;
        }
        if (interruption.stopsBy(() -> app.getBean(Senders.class).interrupt())) {
            drain(issue);
        }
        return interruption.hasHappened() ? stopped(issue) : done(editions().get(issue.id()));
    }

    private void drain(Issue issue) {
        var progress = SendingProgress.of(issue, app, err);
        try {
            app.getBean(Heartbeat.class)
                    .during(
                            "send",
                            () -> progress.during(
                                    () -> app.getBean(Senders.class).drain(issue.id())));
        } catch (SendingStopped stopped) {
            if (!interruption.hasHappened()) {
                throw stopped;
            }
        }
    }

    private int done(Issue issue) {
        var stragglers = app.getBean(Stragglers.class).of(issue.id());
        out.println(standing(issue)
                + stragglers
                        .nextTry()
                        .filter(next -> issue.status() == EditionStatus.SENDING)
                        .map(next -> " " + whoTriesAgain(stragglers.readers(), next))
                        .orElse(""));
        return 0;
    }

    private String whoTriesAgain(long readers, Instant next) {
        var servers = Servers.atWork(app);
        return "Only %,d deferred %s left, to be tried again from %s; "
                        .formatted(readers, readers == 1 ? "reader is" : "readers are", moment(next))
                + (servers.areNone()
                        ? "no server runs, so start one with \"serve\", or send again then."
                        : servers + " does that.");
    }

    private int stopped(Issue issue) {
        var servers = Servers.atWork(app);
        var pause = "\"editions pause " + issue.id() + "\"";
        StandAnswer.of(app.getBean(Control.class).stand(issue.id()))
                .print(
                        out,
                        false,
                        "is stopped here",
                        servers.areNone()
                                ? "No server runs, so nothing more is sent now. The same command goes on where it stopped, and so"
                                        + " does a server that is started: %s keeps it from that.".formatted(pause)
                                : "But %s goes on with it: %s stops that.".formatted(servers, pause));
        return Interruption.STATUS;
    }

    private String standing(Issue issue) {
        return new Standing(newsletter, issue, progress(issue)).sentence();
    }

    private Progress progress(Issue issue) {
        return app.getBean(Deliveries.class).progress(issue.id());
    }

    private int nothingToSend(Proof proof) {
        out.println("Nothing to send for " + moment() + ": "
                + proof.selection().tooFew().orElseThrow() + ".");
        return 0;
    }

    private String audience() {
        var lists = newsletter.lists().stream().map(ListKey::new).toList();
        var count = app.getBean(Audiences.class).count(lists);
        return "%,d %s on %s"
                .formatted(count, count == 1 ? "subscriber" : "subscribers", String.join(", ", newsletter.lists()));
    }

    private static String stories(Proof proof) {
        var stories = proof.selection().edition().stories();
        return stories == 1 ? "1 story" : (stories == 0 ? "no" : stories) + " stories";
    }

    private Moment moment() {
        return moment(slot);
    }

    private Moment moment(Instant instant) {
        return new Moment(instant, newsletter.zone());
    }

    private Instant now() {
        return app.getBean(Clock.class).instant();
    }

    private Editions editions() {
        return app.getBean(Editions.class);
    }
}
