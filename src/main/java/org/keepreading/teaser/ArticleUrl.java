package org.keepreading.teaser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where an article is read: http or https, with a host. */
public record ArticleUrl(String value) {
    private static final int LONGEST = 2000;
    private static final Pattern TRACKING =
            Pattern.compile("(?i)(utm|at|ns|mc|pk|mtm|piwik|matomo|hsa|oly|vero|guce)_.*"
                    + "|(fb|g|d|tw|y|tt)clid|msclkid|gbraid|wbraid|igshid|igsh|_hsenc|_hsmi|mkt_tok"
                    + "|xtor|ocid|icid|cmpid|cmp|smid|smtyp|s_cid|sc_cid|wt[._]?mc|ito|ftag|guccounter|ref_src|ref_url"
                    + "|__twitter_impression");

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
                .filter(parameter -> !TRACKING.matcher(nameOf(parameter)).matches())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String nameOf(String parameter) {
        return parameter.split("=", 2)[0];
    }

    private static @Nullable String problemOf(String value) {
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
