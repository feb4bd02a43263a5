package org.keepreading.source;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.URIUtils;
import org.jsoup.parser.Parser;

/** Makes the addresses that people type into addresses that a browser would go to. */
final class LinkRepair {
    private static final Pattern UNFIT = Pattern.compile("[^\\x21-\\x7E]|[\"<>\\\\^`{|}\\[\\]]|%(?![0-9a-fA-F]{2})");
    private static final Pattern BREAK = Pattern.compile("[\\n\\r\\t]\\s*");
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^/?#]");
    private static final Pattern AUTHORITY = Pattern.compile("^((?i:https?:)?//)([^/?#]*)(.*)$", Pattern.DOTALL);
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("^(?i)(?!https?:)[a-z][a-z0-9+.-]*:(?!\\d).*", Pattern.DOTALL);

    /** In letters, however many bytes each is; DNS knows none longer. */
    private static final int LONGEST_HOST = 255;

    private LinkRepair() {}

    /** The http or https address that the link leads to from the base; empty if it leads to none. */
    static Optional<String> absolute(String base, String link) {
        if (link.length() > Bounds.LONGEST_LINK) {
            return Optional.empty();
        }
        var typed = BREAK.matcher(Parser.unescapeEntities(link, true).strip()).replaceAll("");
        if (typed.isEmpty() || OTHER_SCHEME.matcher(typed).matches()) {
            return Optional.empty();
        }
        return resolved(base, fit(typed)).filter(address -> WEB.matcher(address).lookingAt());
    }

    private static Optional<String> resolved(String base, String link) {
        try {
            var uri = URI.create(link);
            return Optional.of(uri.isAbsolute() || base.isEmpty() ? uri : URIUtils.resolve(URI.create(fit(base)), uri))
                    .map(URI::toString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String fit(String link) {
        var parts = AUTHORITY.matcher(link);
        return parts.matches() ? parts.group(1) + ascii(parts.group(2)) + encoded(parts.group(3)) : encoded(link);
    }

    private static String ascii(String authority) {
        if (authority.length() > LONGEST_HOST) {
            return authority;
        }
        try {
            return IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return authority;
        }
    }

    private static String encoded(String path) {
        return UNFIT.matcher(path).replaceAll(found -> Matcher.quoteReplacement(percent(found.group())));
    }

    private static String percent(String letters) {
        var encoded = new StringBuilder();
        for (var octet : letters.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(octet));
        }
        return encoded.toString();
    }
}
