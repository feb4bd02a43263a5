package org.keepreading.web.reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What a page tells the browser to refuse. Its address never leaves with a referrer: it may hold somebody's token.
 *
 * @param policy the Content-Security-Policy
 * @param robots {@code none}: in no search result
 */
record PageHeaders(String policy, String cache, String robots) implements HandlerInterceptor {
    /** No script, nothing from elsewhere; not kept on a shared computer, and in no search result. */
    static final PageHeaders OWN_PAGE = new PageHeaders(
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "no-store",
            "none");

    static final PageHeaders FRONT_PAGE = new PageHeaders(OWN_PAGE.policy, "no-cache", "all");

    /** An edition brings its own styles and shows pictures from anywhere; the rest of it is as harmless as in a mail program. */
    static final PageHeaders EDITION = new PageHeaders(
            "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation;"
                    + " default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; form-action 'none';"
                    + " base-uri 'none'; frame-ancestors 'none'",
            "public, max-age=300",
            "all");

    /** The same of an edition that was sent to nobody: not kept, and in no search result. */
    static final PageHeaders TEST_EDITION = new PageHeaders(EDITION.policy, "no-store", "none");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        writeTo(response);
        return true;
    }

    void writeTo(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Cache-Control", cache);
        response.setHeader("X-Robots-Tag", robots);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
