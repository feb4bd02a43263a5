package org.keepreading.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keepreading.doctor.Finding.Grade;
import org.keepreading.letter.DnsRecord;
import org.keepreading.letter.DomainKey;
import org.keepreading.letter.Selector;
import org.keepreading.letter.SigningDomain;
import org.keepreading.text.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys}: what messages are signed with. */
@Command(
        name = "keys",
        description = {
            "What messages are signed with (DKIM).",
            "To begin, or to change a key: create one, publish its records, use it, and remove the old one a week later."
        })
final class KeysCommand extends InstallationCommand {
    private static final String SENDERS_DOMAIN = "The part behind the @ of the sender's address.";
    private static final String SHOWN_BESIDE = "What \"keys list\" shows beside it.";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("'kr'yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final Duration ON_THE_WAY = Duration.ofDays(7);

    @Command(description = "Makes a key, which does not sign yet, and prints the records to publish in the DNS.")
    int create(
            @Parameters(paramLabel = "DOMAIN", description = SENDERS_DOMAIN) SigningDomain domain,
            @Option(
                            names = "--selector",
                            paramLabel = "SELECTOR",
                            description = "What tells the domain's keys apart (default: kr and today's date).")
                    @Nullable
                    Selector selector,
            @Option(names = "--rsa-only", description = "No second key for Ed25519, which is short and new.")
                    boolean rsaOnly,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var name = selector != null
                    ? selector
                    : new Selector(DAY.format(app.clock().instant()));
            var keys = app.signingKeys();
            var key = rsaOnly ? keys.createForRsaAlone(domain, name) : keys.create(domain, name);
            return json ? Json.of(Answer.of(key)) : toPublish(key);
        });
    }

    private static Laid toPublish(DomainKey key) {
        return Laid.lines(Stream.of(
                        Stream.of("Publish in the DNS of " + key.domain() + ":"),
                        lines(key),
                        Stream.of("Then: keys use " + key.domain() + " " + key.selector()))
                .flatMap(part -> part)
                .toList());
    }

    /** Its records, each as a line of a zone file. */
    private static Stream<String> lines(DomainKey key) {
        return key.records().stream().map(DnsRecord::line);
    }

    @Command(description = "Each domain's keys, and which of them signs.")
    int list(@Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> listed(json, app.signingKeys().all(), Answer::of, KeysCommand::line));
    }

    private static String line(DomainKey key) {
        return "%-30s %-12s %s".formatted(key.domain(), key.selector(), state(key));
    }

    /** Such as {@code signs since 2026-03-02 07:00 UTC}. */
    private static String state(DomainKey key) {
        if (key.signsSince() != null) {
            return "signs since " + Moment.utc(key.signsSince());
        }
        return key.retiredAt() == null ? "not used yet" : "retired " + Moment.utc(key.retiredAt());
    }

    @Command(description = "Prints a key's records for the DNS once more.")
    int show(
            @Parameters(paramLabel = "DOMAIN", description = SENDERS_DOMAIN) SigningDomain domain,
            @Parameters(paramLabel = "SELECTOR", description = SHOWN_BESIDE) Selector selector,
            @Option(names = "--json", description = Json.FOR_A_SCRIPT) boolean json) {
        return saying(app -> {
            var key = app.signingKeys().get(domain, selector);
            return json ? Json.of(Answer.of(key)) : Laid.lines(lines(key).toList());
        });
    }

    @Command(
            description = {
                "Signs the domain's messages with this key, from the next edition on; the one before it is retired.",
                "Refused where the DNS does not have its records: signatures that nobody can check are worse than none."
            })
    int use(
            @Parameters(paramLabel = "DOMAIN", description = SENDERS_DOMAIN) SigningDomain domain,
            @Parameters(paramLabel = "SELECTOR", description = SHOWN_BESIDE) Selector selector,
            @Option(names = "--force", description = "Without looking into the DNS.") boolean force) {
        return installation().with(app -> {
            var key = app.signingKeys().get(domain, selector);
            if (!force && lacksRecords(app, key)) {
                return 1;
            }
            app.signingKeys().use(key);
            out().printf(
                            "From the next edition on, key %s signs what %s sends. Leave the records of the one before it"
                                    + " published for a week.%n",
                            selector, domain);
            return 0;
        });
    }

    /** Whether it does, and says which. */
    private boolean lacksRecords(App app, DomainKey key) {
        var missing = app.keyInDns().findings(key).stream()
                .filter(finding -> finding.grade() != Grade.OK)
                .toList();
        var err = err();
        missing.forEach(finding -> err.println(new FindingText(finding).lines()));
        if (!missing.isEmpty()) {
            err.println(
                    "Nothing was changed. The DNS can take hours to show a new record; --force does not wait for it.");
        }
        return !missing.isEmpty();
    }

    @Command(
            description =
                    "Signs the domain's messages no more, from the next edition on: for a relay that signs by itself.")
    int stop(@Parameters(paramLabel = "DOMAIN", description = SENDERS_DOMAIN) SigningDomain domain) {
        return saying(app -> {
            app.signingKeys().stop(domain);
            return "From the next edition on, no key of %s signs.".formatted(domain);
        });
    }

    @Command(
            description = {
                "Forgets a key that signs no more; its records may then go from the DNS.",
                "Refused for a week after it signed: what it signed may still be on its way."
            })
    int remove(
            @Parameters(paramLabel = "DOMAIN", description = SENDERS_DOMAIN) SigningDomain domain,
            @Parameters(paramLabel = "SELECTOR", description = SHOWN_BESIDE) Selector selector,
            @Option(names = "--force", description = "Without waiting for a week.") boolean force) {
        return saying(app -> {
            var key = app.signingKeys().get(domain, selector);
            check(key, force ? Instant.MAX : app.clock().instant());
            app.signingKeys().remove(key);
            return Laid.lines(Stream.concat(
                            Stream.of("Key %s of %s is gone. Delete from the DNS:".formatted(selector, domain)),
                            key.records().stream().map(DnsRecord::name))
                    .toList());
        });
    }

    private static void check(DomainKey key, Instant now) {
        if (key.signs()) {
            throw new IllegalArgumentException("Key %s signs what %s sends. Use another, or \"keys stop %s\", first."
                    .formatted(key.selector(), key.domain(), key.domain()));
        }
        var retired = key.retiredAt();
        if (retired != null && now.isBefore(retired.plus(ON_THE_WAY))) {
            throw new IllegalArgumentException("What key %s signed may still be on its way. Remove it after %s."
                    .formatted(key.selector(), Moment.utc(retired.plus(ON_THE_WAY))));
        }
    }

    /** A signing key for a script; no private part. */
    record Answer(
            String domain,
            String selector,
            Instant createdAt,
            @Nullable Instant signsSince,
            @Nullable Instant retiredAt,
            List<Map<String, String>> records) {

        static Answer of(DomainKey key) {
            return new Answer(
                    key.domain().value(),
                    key.selector().value(),
                    key.createdAt(),
                    key.signsSince(),
                    key.retiredAt(),
                    key.records().stream().map(Answer::record).toList());
        }

        private static Map<String, String> record(DnsRecord record) {
            return Map.of("name", record.name(), "type", "TXT", "value", record.value(), "line", record.line());
        }
    }
}
