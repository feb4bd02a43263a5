package org.keepreading.doctor;

import org.springframework.stereotype.Component;

/** Whether a domain takes mail: replies and bounces come to it, and some refuse the mail of a domain that does not. */
@Component
class Mx {
    private final Dns dns;

    Mx(Dns dns) {
        this.dns = dns;
    }

    Finding finding(String domain) {
        var subject = "MX of " + domain;
        var hosts = dns.mx(domain);
        if (!hosts.isKnown()) {
            return Finding.unknown(subject, domain);
        }
        if (hosts.values().isEmpty() && !dns.addresses(domain).isNone()) {
            return Finding.ok(subject, "It has none; its mail goes to the host of its name.");
        }
        return hosts.values().isEmpty() || hosts.values().contains(".")
                ? Finding.problem(
                                subject,
                                "It takes no mail: bounces and replies are lost, and some refuse what it sends.",
                                "Publish which host takes its mail.")
                        .with(domain + ". IN MX 10 mail." + domain + ".")
                : Finding.ok(subject, "Its mail goes to " + String.join(" ", hosts.values()));
    }
}
