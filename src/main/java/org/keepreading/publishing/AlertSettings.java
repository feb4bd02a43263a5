package org.keepreading.publishing;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keepreading.address.NewsletterKey;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told how the slots went. The addresses may lead into one's own network, and may hold secrets.
 *
 * @param after how long after a slot its result is missed
 * @param mail an address; empty: none
 * @param webhook takes a POST of JSON; empty: none
 * @param pings "newsletter=address" each
 */
@ConfigurationProperties("keepreading.alert")
record AlertSettings(
        @DefaultValue("30m") Duration after,
        @DefaultValue("") String mail,
        @DefaultValue("") String webhook,
        @DefaultValue("") List<String> pings) {

    AlertSettings {
        pingsByNewsletter(pings); // so that a mistake is said at the start
    }

    Map<NewsletterKey, URI> pingsByNewsletter() {
        return pingsByNewsletter(pings);
    }

    private static Map<NewsletterKey, URI> pingsByNewsletter(List<String> pings) {
        var addresses = new LinkedHashMap<NewsletterKey, URI>();
        for (var ping : pings) {
            var parts = ping.split("=", 2);
            if (parts.length < 2 || !parts[1].strip().matches("https?://\\S+")) {
                throw new IllegalArgumentException(
                        "keepreading.alert.pings needs \"newsletter=address\", comma between,"
                                + " such as daily=https://ping.example/abc; the part that begins with \""
                                + parts[0].strip()
                                + "\" is none.");
            }
            addresses.put(new NewsletterKey(parts[0].strip()), URI.create(parts[1].strip()));
        }
        return addresses;
    }
}
