package org.keepreading.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keepreading.letter.DnsRecord;
import org.keepreading.letter.DomainKey;

/** A signing key for a script; no private part. */
record KeyAnswer(DomainKey key) {

    Map<String, @Nullable Object> forScripts() {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("domain", key.domain().value());
        answer.put("selector", key.selector().value());
        answer.put("createdAt", key.createdAt());
        answer.put("signsSince", key.signsSince());
        answer.put("retiredAt", key.retiredAt());
        answer.put("records", key.records().stream().map(KeyAnswer::record).toList());
        return answer;
    }

    /** Such as {@code signs since 2026-03-02 07:00 UTC}. */
    String state() {
        if (key.signsSince() != null) {
            return "signs since " + Moment.utc(key.signsSince());
        }
        return key.retiredAt() == null ? "not used yet" : "retired " + Moment.utc(key.retiredAt());
    }

    /** Its records, each as a line of a zone file. */
    List<String> lines() {
        return key.records().stream().map(DnsRecord::line).toList();
    }

    private static Map<String, String> record(DnsRecord record) {
        return Map.of("name", record.name(), "type", "TXT", "value", record.value(), "line", record.line());
    }
}
