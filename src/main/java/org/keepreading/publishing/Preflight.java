package org.keepreading.publishing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keepreading.address.NewsletterKey;
import org.keepreading.delivery.Audiences;
import org.keepreading.edition.Picker;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.TemplateCheck;
import org.keepreading.edition.TemplateFinding;
import org.keepreading.edition.TemplateProblem;
import org.keepreading.edition.Templates;
import org.keepreading.installation.LiveInstallation;
import org.keepreading.letter.SigningKeys;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.publishing.Typesetter.Typeset;
import org.keepreading.relay.RelayVisits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Every check before a send: what would keep the next edition from its readers, or spoil it; and which of that is worse than
 * no mail, as it can't be mended once a mail has left.
 */
@Component
public class Preflight {
    private final Newsletters newsletters;
    private final Templates templates;
    private final TemplateCheck check;
    private final Picker picker;
    private final Typesetter typesetter;
    private final Audiences audiences;
    private final RelayVisits visits;
    private final LiveInstallation live;
    private final SigningKeys keys;
    private final PublicUrl publicUrl;
    private final boolean mailStaysHere;

    Preflight(
            Newsletters newsletters,
            Templates templates,
            TemplateCheck check,
            Picker picker,
            Typesetter typesetter,
            Audiences audiences,
            RelayVisits visits,
            LiveInstallation live,
            SigningKeys keys,
            PublicUrl publicUrl,
            ObjectProvider<MailStaysHere> catcher) {
        this.newsletters = newsletters;
        this.templates = templates;
        this.check = check;
        this.picker = picker;
        this.typesetter = typesetter;
        this.audiences = audiences;
        this.visits = visits;
        this.live = live;
        this.keys = keys;
        this.publicUrl = publicUrl;
        this.mailStaysHere = catcher.getIfAvailable() != null;
    }

    /** What weighs most last, where a person at a terminal looks first; none where all is well. */
    public List<Trouble> troubles(NewsletterKey key, Instant slot) {
        var newsletter = newsletters.get(key);
        return Stream.of(
                        address(),
                        mistakes(newsletter),
                        edition(newsletter, slot),
                        audience(newsletter),
                        visits.all().stream()
                                .flatMap(seen -> seen.trouble().stream())
                                .map(Trouble::hindrance),
                        live.doubt().stream().map(Trouble::hindrance),
                        signature(newsletter))
                .flatMap(troubles -> troubles)
                .sorted(Comparator.comparing(Trouble::weight).reversed())
                .toList();
    }

    /** What must keep this edition from being sent, a sentence each. */
    List<String> stops(Typeset typeset) {
        return Stream.of(address(), mistakes(typeset.selection().edition().newsletter()), template(typeset))
                .flatMap(troubles -> troubles)
                .filter(Trouble::stops)
                .map(Trouble::sentence)
                .toList();
    }

    private static Stream<Trouble> mistakes(Newsletter newsletter) {
        return newsletter.mistakes().stream().map(Trouble::stop);
    }

    private Stream<Trouble> address() {
        return mailStaysHere ? Stream.empty() : new ReadersAddress(publicUrl.publicUrl()).trouble().stream();
    }

    private Stream<Trouble> edition(Newsletter newsletter, Instant slot) {
        try {
            var selection = picker.pick(newsletter, slot);
            return selection.isTooFew()
                    ? Stream.concat(tooFew(selection.tooFew().orElseThrow(), newsletter), template(newsletter))
                    : template(typesetter.set(selection));
        } catch (TemplateProblem problem) {
            return Stream.of(Trouble.hindrance(String.valueOf(problem.getMessage())));
        }
    }

    private static Stream<Trouble> tooFew(String reason, Newsletter newsletter) {
        return Stream.of(Trouble.hindrance("Nothing would be sent: " + reason + ". \"preview " + newsletter.key()
                + "\" says why each teaser is out."));
    }

    private Stream<Trouble> template(Newsletter newsletter) {
        return check.findings(newsletter, templates.load(newsletter.template())).stream()
                .map(Preflight::trouble);
    }

    /** By editions that no newsroom wrote, for whatever branch a reader's choice may take, and by the one that is to leave. */
    private Stream<Trouble> template(Typeset typeset) {
        var newsletter = typeset.selection().edition().newsletter();
        return Stream.concat(
                        check.findings(newsletter, typeset.template()).stream(),
                        TemplateCheck.findings(newsletter, typeset.template(), typeset.variant()).stream())
                .distinct()
                .map(Preflight::trouble);
    }

    private static Trouble trouble(TemplateFinding finding) {
        return finding.owedToReaders() ? Trouble.stop(finding.sentence()) : Trouble.hindrance(finding.sentence());
    }

    private Stream<Trouble> audience(Newsletter newsletter) {
        return audiences.count(newsletter.lists()) > 0
                ? Stream.empty()
                : Stream.of(Trouble.hindrance(
                        "Nobody active is on %s. Bring readers in with \"subscribers import FILE.csv --list %s\"."
                                .formatted(
                                        newsletter.listsInARow(),
                                        newsletter.lists().get(0))));
    }

    private Stream<Trouble> signature(Newsletter newsletter) {
        if (!newsletter.mistakes().isEmpty()) {
            return Stream.empty();
        }
        var domain = newsletter.sender().address().asciiDomain();
        return keys.signing(domain).isPresent()
                ? Stream.empty()
                : Stream.of(Trouble.warning("No key signs what " + domain + " sends, which large receivers ask for. "
                        + keys.howToSign(domain)));
    }
}
