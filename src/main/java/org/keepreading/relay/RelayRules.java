package org.keepreading.relay;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One of several relays: how to reach it, how much it takes, and what goes by it.
 *
 * @param host of an SMTP server that takes our mail
 * @param port 587 for STARTTLS, 465 for TLS from the first byte
 * @param username empty: no login
 * @param sslBundle the name of one of spring.ssl.bundle, where the relay's certificate is from an authority of your own
 * @param properties Jakarta Mail's, beside those of spring.mail.properties
 * @param connections how many may be open at a time
 * @param messagesPerConnection how many a connection carries before it is made anew
 * @param rate how many messages it takes; empty: as many as it can
 * @param warmUp how many on each day while its address is new; empty: it is known
 * @param weight its share, beside the others' weights; 0: it stands in for the others while they are in trouble
 * @param newsletters keys of those that go by it before others; empty: any
 * @param domains of the receivers whose mail goes by it before others; empty: any
 */
record RelayRules(
        @DefaultValue("") String host,
        @DefaultValue("587") @Min(1) @Max(65535) int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String sslBundle,
        @DefaultValue Map<String, String> properties,
        @DefaultValue("4") @Min(1) @Max(500) int connections,
        @DefaultValue("1000") @Min(1) int messagesPerConnection,
        @DefaultValue("") RateLimits rate,
        @DefaultValue("") WarmUp warmUp,
        @DefaultValue("1") @Min(0) int weight,
        @DefaultValue List<String> newsletters,
        @DefaultValue List<String> domains) {

    /** How closely they fit: the more they name of it the better; -1: not at all. */
    int fit(String newsletter, String domain) {
        var byNewsletter = fit(newsletters, newsletter);
        var byDomain = fit(domains, domain);
        return byNewsletter < 0 || byDomain < 0 ? -1 : byNewsletter + byDomain;
    }

    private static int fit(List<String> named, String one) {
        if (named.isEmpty()) {
            return 0;
        }
        return named.stream().anyMatch(one::equalsIgnoreCase) ? 1 : -1;
    }

    /** Not what may be a secret. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
