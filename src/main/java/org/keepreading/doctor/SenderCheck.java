package org.keepreading.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keepreading.letter.BounceAddress;
import org.keepreading.letter.SigningKeys;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.springframework.stereotype.Component;

/** Whether the DNS says of each newsletter's sender what receivers ask for: SPF, DKIM, DMARC, MX. */
@Component
class SenderCheck implements Check {
    private final Newsletters newsletters;
    private final BounceAddress bounces;
    private final SigningKeys keys;
    private final KeyInDns keyInDns;
    private final Spf spf;
    private final Dmarc dmarc;
    private final Mx mx;

    SenderCheck(
            Newsletters newsletters,
            BounceAddress bounces,
            SigningKeys keys,
            KeyInDns keyInDns,
            Spf spf,
            Dmarc dmarc,
            Mx mx) {
        this.newsletters = newsletters;
        this.bounces = bounces;
        this.keys = keys;
        this.keyInDns = keyInDns;
        this.spf = spf;
        this.dmarc = dmarc;
        this.mx = mx;
    }

    @Override
    public List<Finding> findings() {
        var all = newsletters.all();
        var senders = all.stream()
                .filter(newsletter -> newsletter.mistakes().isEmpty())
                .map(this::domains)
                .distinct()
                .toList();
        var bounceDomains = senders.stream().map(SenderDomains::bounce).distinct();
        var domains = senders.stream()
                .flatMap(sender -> Stream.of(sender.from(), sender.bounce()))
                .distinct();
        var findings = new ArrayList<Finding>();
        all.forEach(newsletter -> newsletter.mistakes().stream()
                .map(mistake -> Finding.problem("Newsletter " + newsletter.key(), mistake, ""))
                .forEach(findings::add));
        bounceDomains.map(spf::finding).forEach(findings::add);
        senders.stream().map(SenderDomains::from).distinct().map(this::dkim).forEach(findings::addAll);
        senders.stream().map(dmarc::finding).forEach(findings::add);
        domains.map(mx::finding).forEach(findings::add);
        return findings;
    }

    private SenderDomains domains(Newsletter newsletter) {
        return new SenderDomains(
                newsletter.sender().address().asciiDomain(),
                bounces.of(newsletter).asciiDomain());
    }

    private List<Finding> dkim(String domain) {
        return keys.signing(domain)
                .map(keyInDns::findings)
                .orElseGet(() -> List.of(Finding.warning(
                        "DKIM of " + domain,
                        "No key signs what it sends, which large receivers ask for.",
                        keys.howToSign(domain))));
    }
}
