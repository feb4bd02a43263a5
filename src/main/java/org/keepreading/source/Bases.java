package org.keepreading.source;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keepreading.teaser.WebHost;

/**
 * What links are relative to, the best first: {@code xml:base}, the article, the feed's public address, the site's, where the
 * document came from. None of them names a host that readers cannot reach.
 */
record Bases(List<String> addresses) {
    private static final Pattern OWN_MACHINE =
            Pattern.compile("(?i)https?://(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1\\])([:/?#].*)?");
    private static final Pattern NUMBERS = Pattern.compile("\\[.*\\]|\\d+(\\.\\d+){3}");
    private static final Pattern INTERNAL =
            Pattern.compile("[^.]+|.*\\.(local|localhost|localdomain|internal|intranet|lan|corp|home|home\\.arpa)");

    static final Bases NONE = new Bases(List.of());

    /**
     * Those of these addresses that are of the public web; a relative one is relative to those after it.
     *
     * @param document where it came from; one's own machine, which nobody else reads from, is as good as none
     */
    static Bases of(List<String> inOrder, String document) {
        var bases = LinkRepair.absolute("", document)
                .filter(address -> isPublic(address) || isOwnMachine(address))
                .map(NONE::before)
                .orElse(NONE);
        for (var at = inOrder.size() - 1; at >= 0; at--) {
            bases = bases.within(inOrder.get(at));
        }
        return bases;
    }

    /** With another before them, which may be relative to them; as they are where it is no address of the public web. */
    Bases within(String nearer) {
        var address = nearer.isBlank() ? Optional.<String>empty() : LinkRepair.absolute(first(), nearer);
        return address.filter(Bases::isPublic).map(this::before).orElse(this);
    }

    private Bases before(String address) {
        var all = new ArrayList<>(List.of(address));
        all.addAll(addresses);
        return new Bases(List.copyOf(all));
    }

    private static boolean isOwnMachine(String address) {
        return OWN_MACHINE.matcher(address).matches();
    }

    private static boolean isPublic(String address) {
        return WebHost.of(URI.create(address))
                .map(host -> host.replaceFirst("\\.$", ""))
                .filter(host -> NUMBERS.matcher(host).matches()
                        ? isPublicNumber(host)
                        : !INTERNAL.matcher(host).matches())
                .isPresent();
    }

    private static boolean isPublicNumber(String host) {
        try {
            return Networks.isPublic(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    String first() {
        return addresses.isEmpty() ? "" : addresses.get(0);
    }

    /** The absolute address, or the link as it is where it is none. */
    String resolve(String link) {
        return LinkRepair.absolute(first(), link).orElse(link);
    }
}
