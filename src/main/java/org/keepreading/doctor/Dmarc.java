package org.keepreading.doctor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keepreading.letter.DnsRecord;
import org.keepreading.letter.SigningKeys;
import org.springframework.stereotype.Component;

/** What becomes of mail from a domain whose signature and envelope belong to another (RFC 7489). */
@Component
class Dmarc {
    private final Dns dns;
    private final SigningKeys keys;

    Dmarc(Dns dns, SigningKeys keys) {
        this.dns = dns;
        this.keys = keys;
    }

    Finding finding(SenderDomains sender) {
        var subject = "DMARC of " + sender.from();
        var answers = answers(sender.from());
        var found = answers.stream()
                .map(answer -> answer.beginningWith("v=DMARC1"))
                .filter(records -> !records.isEmpty())
                .findFirst();
        if (found.isEmpty()) {
            return answers.stream().allMatch(DnsAnswer::isKnown)
                    ? missing(subject, sender.from())
                    : Finding.unknown(subject, "_dmarc." + sender.from());
        }
        return found.get().size() > 1
                ? Finding.problem(
                        subject,
                        "The DNS has " + found.get().size() + " of them, and then none counts.",
                        "Delete all but one.")
                : aligned(subject, sender, found.get().get(0));
    }

    /** Of the domain, and of those above it that somebody can own. */
    private List<DnsAnswer> answers(String domain) {
        return Stream.iterate(domain, it -> it.contains("."), it -> it.substring(it.indexOf('.') + 1))
                .map(it -> dns.txt("_dmarc." + it))
                .toList();
    }

    private static Finding missing(String subject, String domain) {
        return Finding.problem(
                        subject,
                        "The DNS has no such record, and large receivers refuse newsletters without one.",
                        "Publish one; this asks for nothing but reports.")
                .with(new DnsRecord("_dmarc." + domain, "v=DMARC1; p=none; rua=mailto:postmaster@" + domain).line());
    }

    private Finding aligned(String subject, SenderDomains sender, String record) {
        var signed = keys.signing(sender.from())
                .filter(key ->
                        isAligned(record, "adkim", sender.from(), key.domain().value()));
        return signed.isPresent() || isAligned(record, "aspf", sender.from(), sender.bounce())
                ? Finding.ok(subject, "\"" + record + "\", and what answers for our messages belongs to it.")
                : Finding.problem(
                        subject,
                        "\"" + record + "\", but neither a signature nor the envelope sender (" + sender.bounce()
                                + ") belongs to it.",
                        "Sign with \"keys create " + sender.from()
                                + "\", or set keepreading.delivery.envelope-sender to an" + " address of this domain.");
    }

    private static boolean isAligned(String record, String tag, String from, String domain) {
        var strict = record.replaceAll("\\s", "").toLowerCase(Locale.ROOT).contains(tag + "=s");
        return domain.equals(from) || (!strict && areOfOneFamily(domain, from));
    }

    private static boolean areOfOneFamily(String one, String other) {
        return one.endsWith("." + other) || other.endsWith("." + one);
    }
}
