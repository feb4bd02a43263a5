package org.keepreading.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pictures of a {@code srcset}, as browsers take it apart (HTML, section 4.8.4.2.1). */
record Srcset(List<Candidate> candidates) {
    private static final Pattern WIDTH = Pattern.compile("(\\d{1,6})(?:\\.\\d{1,6})?w");

    /** @param descriptor such as "640w" or "2x"; empty where there is none */
    private record Candidate(String address, String descriptor) {
        int width() {
            var found = WIDTH.matcher(descriptor);
            return found.matches() ? Integer.parseInt(found.group(1)) : 0;
        }
    }

    static Srcset of(String written) {
        var candidates = new ArrayList<Candidate>();
        for (var at = next(written, 0); at < written.length(); at = next(written, at)) {
            var end = space(written, at);
            var address = written.substring(at, end);
            var comma = address.endsWith(",") ? end : commaOrEnd(written, end);
            candidates.add(new Candidate(
                    address.replaceFirst(",++$", ""),
                    written.substring(end, comma).strip()));
            at = comma;
        }
        return new Srcset(candidates);
    }

    private static int next(String written, int from) {
        var at = from;
        while (at < written.length() && (isSpace(written, at) || written.charAt(at) == ',')) {
            at++;
        }
        return at;
    }

    private static int space(String written, int from) {
        var at = from;
        while (at < written.length() && !isSpace(written, at)) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(String written, int at) {
        return Character.isWhitespace(written.charAt(at));
    }

    private static int commaOrEnd(String written, int from) {
        var at = written.indexOf(',', from);
        return at < 0 ? written.length() : at;
    }

    /** Of {@code a.jpg 320w, b.jpg 1280w} the latter; where densities tell ("2x"), none is meant for every screen. */
    Optional<String> widest() {
        return candidates.stream()
                .filter(candidate ->
                        candidate.width() > 0 && !candidate.address().startsWith("data:"))
                .max(Comparator.comparing(Candidate::width))
                .map(Candidate::address);
    }

    /** Of a set that says no widths. */
    Optional<String> first() {
        return candidates.stream().map(Candidate::address).findFirst();
    }
}
