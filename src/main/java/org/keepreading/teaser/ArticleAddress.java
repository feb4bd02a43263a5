package org.keepreading.teaser;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of an address tells the article: spelt one way (RFC 3986, section 6.2.2), without scheme and fragment, and without what
 * says how the link was shared or whose session it was.
 */
final class ArticleAddress {
    private static final Pattern TRACKING =
            Pattern.compile("(?i)(utm|at|ns|mc|pk|mtm|piwik|matomo|hsa|oly|vero|guce)_.*"
                    + "|(fb|g|d|tw|y|tt)clid|msclkid|gbraid|wbraid|igshid|igsh|_hsenc|_hsmi|mkt_tok"
                    + "|_ga|_gl|dicbo|mibextid|hss_channel|taid|amp|xtor|ocid|icid|cmpid|cmp|smid|smtyp|s_cid|sc_cid|wt[._]?mc([._]id)?|ito|ftag|guccounter|ref_src|ref_url"
                    + "|__twitter_impression");

    private static final Pattern FROM_A_FEED = Pattern.compile(
            "(?i)(.*_)?(source|src|ref|referr?er|from|via|origin(ator)?|partner|feed|emc|fr|mod|cid|camp(aign)?|ftcamp|medium|channel"
                    + "|track(ing)?|trk|itid|utm)=(rss|feed|atom)(\\d|[^a-z0-9].*)?|rss(=(1|true|yes)?)?");

    private static final Pattern SESSION =
            Pattern.compile("(?i)(jsessionid|phpsessid|aspsessionid\\w*|cfid|cftoken|sess(ion)?_?id|zenid|oscsid)=.*");

    /** Some sites number their stories so. */
    private static final Pattern SID = Pattern.compile("(?i)sid=(?![0-9/]*$).*");

    private static final Pattern SESSION_IN_PATH = Pattern.compile("(?i);(jsessionid|phpsessid|sid)=[^/;]*");
    private static final Pattern PORT = Pattern.compile("^.*?(?::0*(\\d*))?$");
    private static final Pattern UPWARDS = Pattern.compile("^(/\\.\\.)+(?=/|$)");
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyz0123456789._~-";
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9a-fA-F]{2})+|[^\\x00-\\x7F]+");

    private ArticleAddress() {}

    static String of(URI address) {
        return host(WebHost.of(address).orElseThrow()) + port(address) + path(address) + query(address);
    }

    private static String host(String host) {
        var bare = host.startsWith("www.") ? host.substring(4) : host;
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static String port(URI address) {
        var port = PORT.matcher(address.getRawAuthority()).replaceFirst("$1");
        return port.isEmpty() || port.equals("80") || port.equals("443") ? "" : ":" + port;
    }

    private static String path(URI address) {
        var path = SESSION_IN_PATH
                .matcher(Objects.requireNonNullElse(address.getRawPath(), ""))
                .replaceAll("");
        return withoutSlashes(withoutDots(spelt(path)));
    }

    private static String withoutSlashes(String path) {
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** RFC 3986, section 5.2.4. */
    private static String withoutDots(String path) {
        var normal = path.contains("/.") ? URI.create("x:" + path).normalize().getRawPath() : path;
        return normal.startsWith("/..") ? UPWARDS.matcher(normal).replaceAll("") : normal;
    }

    private static String query(URI address) {
        var kept = Arrays.stream(
                        Objects.requireNonNullElse(address.getRawQuery(), "").split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter ->
                        !TRACKING.matcher(parameter.split("=", 2)[0]).matches())
                .filter(parameter -> !FROM_A_FEED.matcher(parameter).matches())
                .filter(parameter -> !SESSION.matcher(parameter).matches())
                .filter(parameter -> !SID.matcher(parameter).matches())
                .map(ArticleAddress::spelt)
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /** Letters, digits and "-._~" as they are, everything else that may be encoded encoded, in upper case. */
    private static String spelt(String text) {
        return ENCODED.matcher(text)
                .replaceAll(found -> encoded(bytes(found.group())).replace("$", "\\$"));
    }

    private static byte[] bytes(String encoded) {
        if (!encoded.startsWith("%")) {
            return encoded.getBytes(StandardCharsets.UTF_8);
        }
        var bytes = ByteBuffer.allocate(encoded.length() / 3);
        for (var at = 1; at < encoded.length(); at += 3) {
            bytes.put((byte) Integer.parseInt(encoded, at, at + 2, 16));
        }
        return bytes.array();
    }

    private static String encoded(byte[] bytes) {
        var text = new StringBuilder();
        for (var octet : bytes) {
            text.append(isUnreserved(octet) ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
        }
        return text.toString();
    }

    private static boolean isUnreserved(byte octet) {
        return octet > 0 && UNRESERVED.indexOf(Character.toLowerCase((char) octet)) >= 0;
    }
}
