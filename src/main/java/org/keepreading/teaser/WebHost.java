package org.keepreading.teaser;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The host of an http or https address as browsers take it: unlike {@link URI#getHost}, with underscores and in any script. */
public final class WebHost {
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@]*@)?(\\[[0-9A-Fa-f:.]+\\]|[^:@\\[\\]]+)(?::\\d{0,5})?");
    private static final Pattern HOST = Pattern.compile("(?!-)[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?|\\[[0-9a-f:.]+\\]");

    private WebHost() {}

    /** In lower case and ASCII (RFC 5890); empty where the address has no host, or is none of the web. */
    public static Optional<String> of(URI address) {
        return Optional.ofNullable(address.getScheme())
                .filter(scheme -> scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                .flatMap(scheme -> Optional.ofNullable(address.getRawAuthority()))
                .map(AUTHORITY::matcher)
                .filter(authority -> authority.matches())
                .flatMap(authority -> ascii(authority.group(1)))
                .filter(host -> HOST.matcher(host).matches());
    }

    private static Optional<String> ascii(String host) {
        try {
            return Optional.of(host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED))
                    .map(ascii -> ascii.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
