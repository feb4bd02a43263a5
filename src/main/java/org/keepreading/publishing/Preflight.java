package org.keepreading.publishing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keepreading.delivery.Audiences;
import org.keepreading.delivery.Live;
import org.keepreading.delivery.Proofs;
import org.keepreading.delivery.SigningKeys;
import org.keepreading.edition.PublicUrl;
import org.keepreading.edition.TemplateCheck;
import org.keepreading.edition.TemplateProblem;
import org.keepreading.edition.Templates;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterKey;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.subscriber.EmailAddress;
import org.keepreading.subscriber.ListKey;
import org.springframework.stereotype.Component;

/** Every check before a send: what would keep the next edition from its readers, or spoil it. */
@Component
public class Preflight {
    private final Newsletters newsletters;
    private final Templates templates;
    private final TemplateCheck check;
    private final Publisher publisher;
    private final Audiences audiences;
    private final Proofs proofs;
    private final Live live;
    private final SigningKeys keys;
    private final PublicUrl publicUrl;

    Preflight(
            Newsletters newsletters,
            Templates templates,
            TemplateCheck check,
            Publisher publisher,
            Audiences audiences,
            Proofs proofs,
            Live live,
            SigningKeys keys,
            PublicUrl publicUrl) {
        this.newsletters = newsletters;
        this.templates = templates;
        this.check = check;
        this.publisher = publisher;
        this.audiences = audiences;
        this.proofs = proofs;
        this.live = live;
        this.keys = keys;
        this.publicUrl = publicUrl;
    }

    /** One sentence for each trouble, with what to do; none where all is well. */
    public List<String> troubles(NewsletterKey key, Instant slot) {
        var newsletter = newsletters.get(key);
        var template = template(newsletter);
        return Stream.of(
                        template.stream(),
                        template.isEmpty() ? edition(key, slot).stream() : Stream.<String>empty(),
                        audience(newsletter).stream(),
                        address().stream(),
                        proofs.troubles().stream(),
                        live.doubt().stream())
                .flatMap(troubles -> troubles)
                .toList();
    }

    /** What makes an edition's way to the inbox harder, and what to do. */
    public List<String> warnings(NewsletterKey key) {
        var domain = new EmailAddress(newsletters.get(key).sender().address()).asciiDomain();
        return keys.signing(domain).isPresent()
                ? List.of()
                : List.of("No key signs what " + domain + " sends, which large receivers ask for. \"keys create "
                        + domain + "\" makes one, unless your relay signs by itself.");
    }

    private List<String> template(Newsletter newsletter) {
        try {
            return check.problems(newsletter, templates.load(newsletter.template()));
        } catch (TemplateProblem problem) {
            return List.of(String.valueOf(problem.getMessage()));
        }
    }

    private Optional<String> edition(NewsletterKey key, Instant slot) {
        return publisher
                .proof(key, slot)
                .selection()
                .tooFew()
                .map(reason ->
                        "Nothing would be sent: " + reason + ". \"preview " + key + "\" says why each teaser is out.");
    }

    private Optional<String> audience(Newsletter newsletter) {
        var lists = newsletter.lists().stream().map(ListKey::new).toList();
        return audiences.count(lists) > 0
                ? Optional.empty()
                : Optional.of("Nobody active is on %s. Bring readers in with \"subscribers import FILE.csv --list %s\"."
                        .formatted(
                                String.join(", ", newsletter.lists()),
                                newsletter.lists().get(0)));
    }

    private Optional<String> address() {
        return isForReaders(publicUrl.publicUrl())
                ? Optional.empty()
                : Optional.of("Readers cannot follow links to " + publicUrl.publicUrl()
                        + ", and one-click unsubscribing needs https. Set keepreading.public-url.");
    }

    private static boolean isForReaders(URI url) {
        var host = String.valueOf(url.getHost());
        return "https".equals(url.getScheme()) && !host.equals("localhost") && !host.startsWith("127.");
    }
}
