package org.keepreading.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells the public internet from everything that a server can reach and its readers should not. */
public final class Networks {
    /** The special-purpose registries of IANA (RFC 6890), and Azure's metadata service, whose address looks public. */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20")
            .map(Network::parse)
            .toList();

    private static final Network UNICAST = Network.parse("2000::/3");
    private static final Network SIX_TO_FOUR = Network.parse("2002::/16");
    private static final Network NAT64 = Network.parse("64:ff9b::/96");

    private Networks() {}

    /** Also looks at the IPv4 address inside an IPv6 one that a gateway would unwrap; Java unwraps {@code ::ffff:0:0/96} itself. */
    public static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        if (SPECIAL.stream().anyMatch(network -> network.holds(bytes))) {
            return false;
        }
        if (bytes.length == 4) {
            return true;
        }
        if (NAT64.holds(bytes)) {
            return isPublic(inner(bytes, 12));
        }
        return UNICAST.holds(bytes) && (!SIX_TO_FOUR.holds(bytes) || isPublic(inner(bytes, 2)));
    }

    private static InetAddress inner(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** A range of addresses by its first bits. */
    private record Network(List<Byte> address, int bits) {

        static Network parse(String cidr) {
            var slash = cidr.indexOf('/');
            try {
                var address = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
                return new Network(boxed(address), Integer.parseInt(cidr.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(cidr, e);
            }
        }

        private static List<Byte> boxed(byte[] bytes) {
            return Stream.iterate(0, at -> at < bytes.length, at -> at + 1)
                    .map(at -> bytes[at])
                    .toList();
        }

        boolean holds(byte[] other) {
            return other.length == address.size()
                    && Stream.iterate(0, bit -> bit < bits, bit -> bit + 1)
                            .allMatch(bit -> bit(other[bit / 8], bit) == bit(address.get(bit / 8), bit));
        }

        private static int bit(byte octet, int number) {
            return (octet >> (7 - number % 8)) & 1;
        }
    }
}
