package org.keepreading.source;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The sources of our own network: hosts, or host:port, that may be fetched from though their address is private. Such a host is
 * open to whoever names it as a source, and to no redirect from elsewhere.
 */
record OwnNetwork(List<String> allowed) {

    /** Whether this address is at the source's own host and port, and that one is allowed. */
    boolean holds(URI address, URI source) {
        var place = place(address);
        return place != null && place.equals(place(source)) && allows(address.getHost(), place);
    }

    private boolean allows(String host, String place) {
        return allowed.stream()
                .anyMatch(name -> name.equalsIgnoreCase(host)
                        || name.equalsIgnoreCase(place)
                        || ("[" + name + "]").equalsIgnoreCase(host));
    }

    private static @Nullable String place(URI address) {
        var host = address.getHost();
        return host == null ? null : host.toLowerCase(Locale.ROOT) + ":" + port(address);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
