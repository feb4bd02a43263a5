package org.keepreading.source;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up once, checks each address, and hands out the very ones that it checked: what a second look-up might say (DNS
 * rebinding) is never asked.
 *
 * @param allowed hosts, or host:port, that may have a private address
 */
record GuardedResolver(Lookup lookup, List<String> allowed) implements DnsResolver {

    /** How addresses are found for a host's name. */
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        var isAllowed = allows(host) || allows(host + ":" + port);
        return Arrays.stream(lookup.addresses(host))
                .map(address -> isAllowed ? address : checked(host, address))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, 0).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean allows(String host) {
        return allowed.contains(host.toLowerCase(Locale.ROOT));
    }

    private static InetAddress checked(String host, InetAddress address) {
        if (!Networks.isPublic(address)) {
            throw new FeedProblem(
                    "%s is at %s, which is not on the public internet. If it is a source of your own network, name it in keepreading.source.allowed-private-hosts."
                            .formatted(host, address.getHostAddress()));
        }
        return address;
    }
}
