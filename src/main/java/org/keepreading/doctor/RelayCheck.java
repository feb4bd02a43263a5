package org.keepreading.doctor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.keepreading.relay.RelayVisits;
import org.keepreading.relay.RelayVisits.Seen;
import org.springframework.stereotype.Component;

/** Whether each relay lets us in, encrypts, and has a name in the DNS that leads to it and back. */
@Component
class RelayCheck implements Check {
    private final RelayVisits visits;
    private final Dns dns;
    private final Expiry expiry;

    RelayCheck(RelayVisits visits, Dns dns, Clock clock) {
        this.visits = visits;
        this.dns = dns;
        this.expiry = new Expiry(clock);
    }

    @Override
    public List<Finding> findings() {
        return visits.all().stream().flatMap(seen -> findings(seen).stream()).toList();
    }

    private List<Finding> findings(Seen seen) {
        var findings = new ArrayList<Finding>();
        findings.add(login(seen));
        seen.certificate()
                .map(shown -> expiry.finding("Certificate of relay " + seen.relay(), shown))
                .ifPresent(findings::add);
        if (!seen.host().isEmpty()) {
            dns.addresses(seen.host()).values().forEach(address -> findings.add(name(address)));
        }
        return findings;
    }

    private static Finding login(Seen seen) {
        var subject = "Relay";
        if (seen.trouble().isPresent()) {
            return Finding.problem(subject, seen.trouble().get(), "Nothing leaves before it does.");
        }
        return Finding.ok(
                subject,
                seen.relay() + " lets us in, "
                        + (seen.certificate().isPresent()
                                ? "encrypted."
                                : "without encryption (it is near, or set so)."));
    }

    private Finding name(String address) {
        var subject = "Name of the relay's address " + address;
        var names = dns.names(parsed(address));
        if (!names.isKnown()) {
            return Finding.unknown(subject, address);
        }
        return names.values().stream().anyMatch(name -> leadsTo(name, address))
                ? Finding.ok(subject, "It is " + names.values().get(0) + ", which leads back.")
                : Finding.warning(
                        subject,
                        "It has no name (PTR) that leads back to it: receivers distrust such a server.",
                        "If mail leaves from this address, have whoever gave it to you set its PTR record.");
    }

    private boolean leadsTo(String name, String address) {
        return dns.addresses(name).values().stream().map(RelayCheck::parsed).anyMatch(parsed(address)::equals);
    }

    private static InetAddress parsed(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // the DNS holds addresses, not names, where they belong
        }
    }
}
