package org.keepreading.web.reader;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a reader chose on the page of their preferences. */
record PreferencesForm(String name, List<String> lists, List<String> sections) {
    /** The page's last field: what arrives without it is no choice, and not to be taken for "nothing of it all". */
    private static final String MARK = "form";

    private static final String PREFERENCES = "preferences";

    /**
     * Reads the request's body.
     *
     * @throws ResponseStatusException 400, where it is not that page's form
     * @throws InvalidParameterException where it is broken, too large or too slow
     */
    static PreferencesForm of(HttpServletRequest request) {
        var name = request.getParameter("name");
        if (name == null || !PREFERENCES.equals(request.getParameter(MARK))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return new PreferencesForm(name, all(request, "list"), all(request, "section"));
    }

    private static List<String> all(HttpServletRequest request, String name) {
        return List.of(requireNonNullElse(request.getParameterValues(name), new String[0]));
    }
}
