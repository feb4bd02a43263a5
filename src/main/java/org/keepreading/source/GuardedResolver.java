package org.keepreading.source;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host up once, checks each address, and hands out the very ones that it checked: what a second look-up might say (DNS
 * rebinding) is never asked.
 *
 * @param permitted which addresses it hands out
 */
record GuardedResolver(Lookup lookup, Predicate<InetAddress> permitted) implements DnsResolver {

    /** How addresses are found for a host's name. */
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return Arrays.stream(lookup.addresses(host))
                .map(address -> checked(host, port, address))
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

    private InetAddress checked(String host, int port, InetAddress address) {
        if (!permitted.test(address)) {
            throw new FeedProblem(
                    "%s is not on the public internet. If it is a source of your own network, write keepreading.source.allowed-private-hosts=%s into config/application.properties (several: comma between); it is let in as a source's own host and port, never by a redirect from elsewhere."
                            .formatted(place(host, address), port > 0 ? host + ":" + port : host));
        }
        return address;
    }

    private static String place(String host, InetAddress address) {
        var numbers = address.getHostAddress();
        return host.equals(numbers) ? host : host + " is at " + numbers + ", which";
    }
}
