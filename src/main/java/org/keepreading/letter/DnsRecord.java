package org.keepreading.letter;

import java.util.stream.Collectors;

/** A TXT record that belongs into the DNS. */
public record DnsRecord(String name, String value) {
    private static final int LONGEST_STRING = 255;

    /** As a line of a zone file: the value in strings of at most 255 octets (RFC 1035, section 3.3.14), which readers join. */
    public String line() {
        return name + ". IN TXT " + strings();
    }

    private String strings() {
        return value.lines()
                .flatMap(all -> all.replaceAll("(.{" + LONGEST_STRING + "})(?=.)", "$1\n")
                        .lines())
                .map(string -> '"' + string + '"')
                .collect(Collectors.joining(" "));
    }
}
