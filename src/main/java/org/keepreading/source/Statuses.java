package org.keepreading.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Says in words what a site's refusal means, and what to do. */
final class Statuses {
    private static final Duration LONGEST = Duration.ofDays(30);

    private Statuses() {}

    static Download.Refused refusal(String address, ClassicHttpResponse response, Instant now) {
        var code = response.getCode();
        return new Download.Refused(
                "%s answered %d: %s".formatted(address, code, meaning(code)), retryAfter(response, now));
    }

    private static String meaning(int code) {
        return switch (code) {
            case 401, 407 -> "it wants a login. Ask whoever runs the site for a feed without one.";
            case 403 ->
                "it lets this machine not in; perhaps a bot wall. Ask whoever runs the site to let \"KeepReading\" read its feed.";
            case 404 -> "there is nothing at that address. Look for the feed's address on the site.";
            case 410 -> "the feed is gone for good. Look on the site for another, or remove the source.";
            case 429 -> "it was asked too often. It is left alone for as long as it wants.";
            default ->
                code >= 500
                        ? "the site has a fault of its own. It is tried again later."
                        : "that is no feed. Look at the address in a browser.";
        };
    }

    private static Optional<Duration> retryAfter(ClassicHttpResponse response, Instant now) {
        return Optional.ofNullable(Fetcher.header(response, "Retry-After"))
                .flatMap(written -> written.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(written)))
                        : Dates.read(written).map(until -> Duration.between(now, until)))
                .filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}
