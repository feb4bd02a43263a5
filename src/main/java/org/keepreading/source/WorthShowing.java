package org.keepreading.source;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.keepreading.teaser.WebHost;

/** Tells pictures that show something of an article from those that count who reads, decorate, or show who wrote it. */
final class WorthShowing {
    private static final Pattern COUNTING_HOST = Pattern.compile(
            "(.*\\.)?(doubleclick\\.net|google-analytics\\.com|scorecardresearch\\.com|quantserve\\.com|feedsportal\\.com|pheedo\\.com|feedads\\.g\\.doubleclick\\.net"
                    + "|stats\\.wordpress\\.com|pixel\\.wp\\.com|pixel\\.quantserve\\.com|b\\.scorecardresearch\\.com|addtoany\\.com|addthis\\.com|sharethis\\.com"
                    + "|vgwort\\.de|ioam\\.de|ivwbox\\.de|xiti\\.com|estat\\.com|chartbeat\\.net|imrworldwide\\.com|omtrdc\\.net|2o7\\.net|krxd\\.net|adnxs\\.com"
                    + "|counter\\.theconversation\\.com|(pixel|track|tracking|tracker|metrics|beacon|counter|stats?|analytics)\\..+)");

    private static final Pattern COUNTING_PATH = Pattern.compile(
            "/~(r|ff|a|4)/.*|/(b|p|pixel|1x1|spacer|blank|clear|transparent|trans|dot|count|counter|track|beacon)\\.(gif|png|php|aspx?)"
                    + "|.*/(1x1|spacer|blank|transparent)\\.(gif|png)");

    private static final Pattern FACE_HOST = Pattern.compile(
            "(.*\\.)?(gravatar\\.com|avatars\\.githubusercontent\\.com|ui-avatars\\.com|yt\\d?\\.ggpht\\.com)");
    private static final Pattern FACE_PATH = Pattern.compile(
            "(.*/)?(avatars?|userpics?|profile[_-](images?|pics?|photos?)|profile-displayphoto[^/]*|[^/]*gravatar\\.com)/.*");

    /** Where Google keeps the faces of its users, and much else. */
    private static final Pattern GOOGLE_FACE =
            Pattern.compile("lh\\d\\.googleusercontent\\.com/(a|a-|-[^/]+/[^/]+/[^/]+/[^/]+/s\\d+-c)/.*");

    private static final Pattern EMOJI = Pattern.compile(
            "(s\\.w\\.org|twemoji\\..*|.*)/(images/core/emoji|wp-includes/images/smilies|emoji/(72x72|svg|\\d+x\\d+)|twemoji)/.*");

    private WorthShowing() {}

    /** @param address absolute */
    static boolean showsTheArticle(String address) {
        try {
            var uri = URI.create(address);
            var host = WebHost.of(uri).orElse("");
            var path = String.valueOf(uri.getRawPath()).toLowerCase(Locale.ROOT);
            return !COUNTING_HOST.matcher(host).matches()
                    && !(host.contains("feedburner.com") && path.startsWith("/~"))
                    && !COUNTING_PATH.matcher(path).matches()
                    && !isFace(host, path)
                    && !EMOJI.matcher(host + path).matches();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static boolean isFace(String host, String path) {
        return FACE_HOST.matcher(host).matches()
                || FACE_PATH.matcher(path).matches()
                || GOOGLE_FACE.matcher(host + path).matches();
    }
}
