package org.keepreading.doctor;

import java.util.List;
import org.keepreading.letter.DnsRecord;
import org.keepreading.letter.DomainKey;
import org.springframework.stereotype.Component;

/** Whether receivers find what they check our signatures with. */
@Component
public class KeyInDns {
    private final Dns dns;

    KeyInDns(Dns dns) {
        this.dns = dns;
    }

    /** One for each of the key's records. */
    public List<Finding> findings(DomainKey key) {
        return key.records().stream().map(this::finding).toList();
    }

    private Finding finding(DnsRecord record) {
        var subject = "DKIM " + record.name();
        var answer = dns.txt(record.name());
        if (!answer.isKnown()) {
            return Finding.unknown(subject, record.name());
        }
        if (answer.isNone()) {
            return Finding.problem(subject, "The DNS has no such record.", "Publish it.")
                    .with(record.line());
        }
        return answer.values().stream().anyMatch(value -> isTheSame(value, record.value()))
                ? Finding.ok(subject, "The DNS has our key.")
                : Finding.problem(subject, "The DNS has another key than ours.", "Publish ours in its place.")
                        .with(record.line());
    }

    private static boolean isTheSame(String published, String ours) {
        return key(published).equals(key(ours));
    }

    private static String key(String record) {
        return record.replaceAll("\\s", "").replaceAll("(^|.*;)p=([^;]*).*", "$2");
    }
}
