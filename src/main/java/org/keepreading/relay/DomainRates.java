package org.keepreading.relay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How many messages receiving domains take: "gmail.com: 20/s, outlook.com: 600/min".
 *
 * @param rates by domain, in lower case
 */
record DomainRates(Map<String, RateLimits> rates) {

    DomainRates {
        rates = Map.copyOf(rates);
    }

    /** @throws IllegalArgumentException with a sentence, where it can't be read */
    public static DomainRates valueOf(String text) {
        var rates = new LinkedHashMap<String, RateLimits>();
        Pattern.compile(",")
                .splitAsStream(text)
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .forEach(entry -> add(rates, entry));
        return new DomainRates(rates);
    }

    boolean isEmpty() {
        return rates.isEmpty();
    }

    /** From one message to the next, by who takes the domain's mail; the slowest where several have the same. */
    Map<String, Duration> byReceiver(Receivers receivers) {
        var spacings = new LinkedHashMap<String, Duration>();
        rates.forEach((domain, rate) -> rate.spacing()
                .ifPresent(spacing -> spacings.merge(
                        receivers.awaited(domain), spacing, (one, other) -> one.compareTo(other) > 0 ? one : other)));
        return spacings;
    }

    private static void add(Map<String, RateLimits> rates, String entry) {
        var colon = entry.indexOf(':');
        var rate = RateLimits.valueOf(colon < 0 ? "" : entry.substring(colon + 1));
        if (rate.spacing().isEmpty()) {
            throw new IllegalArgumentException(
                    "\"%s\" names no rate of a second or a minute. Write \"gmail.com: 20/s, outlook.com: 600/min\"."
                            .formatted(entry));
        }
        rates.put(entry.substring(0, colon).strip().toLowerCase(Locale.ROOT), rate);
    }
}
