package org.keepreading.relay;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;

/** Who takes the mail of a domain: all whose mail servers (RFC 5321, section 5.1) are of one operator are one receiver. */
@Component
class Receivers {
    private static final int KEPT = 10_000;
    private static final Duration TIME = Duration.ofSeconds(5);
    private final Function<Name, CompletionStage<List<Record>>> lookup;
    private final Map<String, CompletableFuture<String>> known =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<String>> eldest) {
                    return size() > KEPT;
                }
            });

    @Autowired
    Receivers() {
        this(name -> session().lookupAsync(name, Type.MX).thenApply(LookupResult::getRecords));
    }

    /** @param lookup of MX records */
    Receivers(Function<Name, CompletionStage<List<Record>>> lookup) {
        this.lookup = lookup;
    }

    /** The domain itself until the name servers have answered, which nobody waits for. */
    String of(String domain) {
        return asked(domain).getNow(domain);
    }

    /** The same, after waiting for the name servers. */
    String awaited(String domain) {
        return asked(domain)
                .completeOnTimeout(domain, TIME.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private CompletableFuture<String> asked(String domain) {
        return known.computeIfAbsent(domain, this::ask);
    }

    private CompletableFuture<String> ask(String domain) {
        try {
            return lookup.apply(Name.fromString(domain, Name.root))
                    .thenApply(records -> operator(records, domain))
                    .toCompletableFuture()
                    .exceptionally(problem -> domain);
        } catch (TextParseException e) {
            return CompletableFuture.completedFuture(domain);
        }
    }

    private static String operator(List<Record> records, String domain) {
        return records.stream()
                .filter(MXRecord.class::isInstance)
                .map(MXRecord.class::cast)
                .min(Comparator.comparingInt(MXRecord::getPriority).thenComparing(MXRecord::getTarget))
                .map(record -> operator(record.getTarget()))
                .filter(operator -> !operator.isEmpty())
                .orElse(domain);
    }

    /** aspmx.l.google.com is of google.com, mx.example.co.uk of example.co.uk. */
    private static String operator(Name host) {
        var labels = host.labels() - 1; // the root is one
        var registered = labels >= 3 && isShort(host, labels - 1) && isShort(host, labels - 2) ? 3 : 2;
        return new Name(host, Math.max(0, labels - registered)).toString(true).toLowerCase(Locale.ROOT);
    }

    private static boolean isShort(Name host, int label) {
        return host.getLabelString(label).length() <= 3
                && host.getLabelString(host.labels() - 2).length() == 2;
    }

    private static LookupSession session() {
        var resolver = new ExtendedResolver();
        resolver.setTimeout(TIME);
        return LookupSession.defaultBuilder().resolver(resolver).build();
    }
}
