package org.keepreading.subscriber;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a record's cells say of whether somebody may be mailed. Other programs have words and columns of their own for that; what
 * is not understood is refused, for whoever left there must not be active here.
 *
 * @param meanings what their words, or columns, mean, in lower case, as whoever imports the file says
 */
record StatusWords(Map<String, Status> meanings) {
    private static final Map<String, Status> OURS =
            Arrays.stream(Status.values()).collect(Collectors.toMap(Status::word, status -> status));

    /** Columns that say of everybody how they stand, but for those that say since when, why or for what. */
    private static final Pattern STANDING = Pattern.compile(
            "(?!.*\\b(time|date|at|on|ip|reason|campaign|title|source|type|tier|plan|method|id|level|timestamp)\\b)"
                    + ".*\\b(status|consent|subscribed|active|enabled|confirmed|opt(ed)? ?in|accepts( email)? marketing)\\b.*");

    /** Columns that say something of those alone who are not to be mailed, as "UNSUB_TIME" does. */
    private static final Pattern LEFT = Pattern.compile(
            "(?!.*\\b(url|link|token|hash)\\b).*\\b(unsub(scribed?|scribes?)?|opt(ed)? ?out|block(ed|listed)|blacklisted|suppress(ed|ions?)"
                    + "|bounced?|clean(ed)?|complain(ed|ts?)|disabled|excluded|do not (e ?)?(mail|contact))\\b.*");

    private static final Set<String> YES = Set.of("true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "none");

    /** Words that mean somebody left, whatever their column is called. */
    private static final Pattern GONE = Pattern.compile(
            "unsubscribed?|opt(ed)?[ _-]?out|blocklisted|blacklisted|(hard[ _-]?)?bounced|cleaned|complained|suppressed|(marked as )?spam"
                    + "|spam complaint|do not (e-?)?mail|never[ _]subscribed|abgemeldet|ausgetragen|gesperrt|désabonné|désinscrit"
                    + "|(dado de )?baja|disiscritto|uitgeschreven|cancelou");

    private static final Pattern YEAR = Pattern.compile(".*\\d{4}.*");

    /**
     * The status that they give, the least that allows mailing of several; {@code null} where they give none.
     *
     * @param cells by column, none of them blank
     * @throws IllegalArgumentException with the word that is not known
     */
    @Nullable
    Status of(Map<String, String> cells) {
        return cells.entrySet().stream()
                .flatMap(cell -> status(cell.getKey(), cell.getValue()).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Optional<Status> status(String column, String cell) {
        var word = cell.toLowerCase(Locale.ROOT);
        var words = words(column);
        if (!column.equals("status") && !isLeft(words, word) && !isStanding(words, word)) {
            return Optional.empty();
        }
        var known = Optional.ofNullable(meanings.get(word))
                .or(() -> Optional.ofNullable(meanings.get(column.toLowerCase(Locale.ROOT))))
                .or(() -> Optional.ofNullable(OURS.get(word)));
        if (known.isEmpty()) {
            throw new IllegalArgumentException(unknown(column, cell, isLeft(words, word) ? column : cell));
        }
        return known;
    }

    /** "HasOptedOut", "has_opted_out" and "Has opted out" are the same words. */
    private static String words(String column) {
        return column.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static boolean isLeft(String words, String word) {
        return LEFT.matcher(words).matches() && !NO.contains(word);
    }

    private static boolean isStanding(String words, String word) {
        var says = STANDING.matcher(words).matches()
                && !YES.contains(word)
                && !YEAR.matcher(word).matches();
        return says || GONE.matcher(word).matches();
    }

    private static String unknown(String column, String cell, String toMap) {
        return ("Its column \"%s\" says \"%s\", which is no status that is known here. Say what it means with"
                        + " --status \"%s=unsubscribed\", or whichever is true: bounced, complained, paused, pending, active.")
                .formatted(column, cell, toMap);
    }
}
