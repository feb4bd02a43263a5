package org.keepreading.doctor;

import org.keepreading.letter.DnsRecord;
import org.springframework.stereotype.Component;

/** Which servers may use a domain as envelope sender (RFC 7208), as far as it can be said without knowing which. */
@Component
class Spf {
    private final Dns dns;

    Spf(Dns dns) {
        this.dns = dns;
    }

    Finding finding(String domain) {
        var subject = "SPF of " + domain;
        var answer = dns.txt(domain);
        if (!answer.isKnown()) {
            return Finding.unknown(subject, domain);
        }
        var records = answer.beginningWith("v=spf1");
        if (records.isEmpty()) {
            return missing(subject, domain);
        }
        return records.size() > 1
                ? Finding.problem(
                        subject,
                        "The DNS has " + records.size() + " of them, and then none counts (RFC 7208, section 4.5).",
                        "Make one of them: " + String.join(" and ", records) + ".")
                : finding(subject, records.get(0));
    }

    private static Finding missing(String subject, String domain) {
        return Finding.problem(
                        subject,
                        "The DNS has no such record, so that anybody may send in its name, and nobody is believed.",
                        "Publish which servers send for it; your relay's help says what to write in place of the include.")
                .with(new DnsRecord(domain, "v=spf1 include:YOUR-RELAY ~all").line());
    }

    private Finding finding(String subject, String record) {
        if (record.matches("(?i).*\\s\\+?all(\\s.*)?")) {
            return Finding.problem(
                    subject, "\"" + record + "\" lets anybody send in its name.", "End it with ~all or -all.");
        }
        var lookups = SpfLookups.of(dns, record);
        if (!lookups.missing().isEmpty()) {
            var missing = String.join(" and ", lookups.missing());
            return Finding.problem(
                    subject,
                    "\"" + record + "\" includes " + missing
                            + ", which has no such record, and then nothing of it counts (RFC 7208, section 5.2).",
                    "Correct that name, or take it out.");
        }
        if (lookups.areTooMany()) {
            return Finding.problem(
                    subject,
                    "\"" + record + "\" takes a receiver more than " + SpfLookups.MOST
                            + " lookups, and then nothing of it counts (RFC 7208, section 4.6.4).",
                    "Take out what you no longer send by; an ip4: or ip6: takes no lookup.");
        }
        return record.matches("(?i).*(\\s[-~?]all|\\sredirect=).*")
                ? Finding.ok(subject, "\"" + record + "\". Your relay's help says whether its servers are in it.")
                : Finding.warning(
                        subject, "\"" + record + "\" does not say what of other servers.", "End it with ~all or -all.");
    }
}
