package org.keepreading.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lookups that a receiver makes to judge an SPF record, with all that it includes (RFC 7208, section 4.6.4). */
final class SpfLookups {
    /** One more, and the whole record counts for nothing. */
    static final int MOST = 10;

    private static final Pattern TERM = Pattern.compile(
            "(?i)[+?~-]?(?:(?:include:|redirect=)(?<record>\\S+)|(?:a|mx|ptr)(?:[:/]\\S*)?|exists:\\S+)");
    private final Dns dns;
    private final List<String> missing = new ArrayList<>();
    private int count;

    private SpfLookups(Dns dns) {
        this.dns = dns;
    }

    static SpfLookups of(Dns dns, String record) {
        var lookups = new SpfLookups(dns);
        lookups.follow(record);
        return lookups;
    }

    boolean areTooMany() {
        return count > MOST;
    }

    /** What it includes that has no record of its own. */
    List<String> missing() {
        return missing;
    }

    private void follow(String record) {
        for (var term : record.split("\\s+", -1)) {
            var lookup = TERM.matcher(term);
            if (lookup.matches()) {
                count++;
                Optional.ofNullable(lookup.group("record")).ifPresent(this::followName);
            }
        }
    }

    /** Names that depend on the message (macros, section 7) can't be followed. */
    private void followName(String name) {
        if (areTooMany() || name.contains("%")) {
            return;
        }
        var answer = dns.txt(name);
        var records = answer.beginningWith("v=spf1");
        if (answer.isKnown() && records.isEmpty()) {
            missing.add(name);
        }
        records.forEach(this::follow);
    }
}
