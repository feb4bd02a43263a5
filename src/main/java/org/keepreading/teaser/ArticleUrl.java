package org.keepreading.teaser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where an article is read: http or https, with a host. */
public record ArticleUrl(String value) {
    private static final int LONGEST = 2000;
    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(utm_.*|at_.*|mc_.*|pk_.*|mtm_.*|fbclid|gclid|dclid|msclkid|twclid|igshid|xtor|ocid|cmpid|smid|ref_src|__twitter_impression)=?.*");

    public ArticleUrl {
        var problem = problemOf(value);
        if (problem != null) {
            throw new IllegalArgumentException("\"" + value + "\" " + problem
                    + " An article's address begins with https:// or http:// and names a host.");
        }
    }

    /** What tells the article whichever way the link was shared: no scheme, no fragment, no tracking parameters. */
    public String identity() {
        var uri = URI.create(value);
        var path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        var port = uri.getPort() == -1 || uri.getPort() == 80 || uri.getPort() == 443 ? "" : ":" + uri.getPort();
        return host(uri) + port + path + query(uri);
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }

    private static String query(URI uri) {
        if (uri.getRawQuery() == null) {
            return "";
        }
        var kept = Arrays.stream(uri.getRawQuery().split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> !TRACKING.matcher(parameter).matches())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static @org.jspecify.annotations.Nullable String problemOf(String value) {
        if (value.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters.";
        }
        try {
            var uri = new URI(value);
            var web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? null : "is no web address.";
        } catch (URISyntaxException e) {
            return "is no web address (" + e.getReason() + ").";
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
