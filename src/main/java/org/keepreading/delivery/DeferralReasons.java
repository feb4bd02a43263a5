package org.keepreading.delivery;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Replies to deferred messages, those of one reason together: relays write an address, a time or a number of theirs into each. */
final class DeferralReasons {
    private static final Pattern CODES =
            Pattern.compile("([0-9]{3}(?:[ -][245]\\.[0-9]{1,3}\\.[0-9]{1,3}\\b)?)(.*)", Pattern.DOTALL);
    private static final Pattern ONES_OWN = Pattern.compile("\\S*[@0-9]\\S*");
    private static final int MOST = 100;
    private static final String OTHER = "other reasons";

    private final Map<String, DeferralReason> byWords = new LinkedHashMap<>();

    void add(DeferralReason reason) {
        var words = common(reason.reason());
        var key = byWords.containsKey(words) || byWords.size() < MOST ? words : OTHER;
        byWords.merge(key, key.equals(OTHER) ? reason.named(OTHER) : reason, (one, other) -> one.and(other, key));
    }

    /** What is said to each alike; the codes are. */
    private static String common(String reply) {
        var coded = CODES.matcher(reply);
        return coded.matches() ? coded.group(1) + withoutOnesOwn(coded.group(2)) : withoutOnesOwn(reply);
    }

    private static String withoutOnesOwn(String words) {
        return ONES_OWN.matcher(words).replaceAll("…");
    }

    List<DeferralReason> mostReadersFirst() {
        return byWords.values().stream()
                .sorted(Comparator.comparing(DeferralReason::readers).reversed().thenComparing(DeferralReason::reason))
                .toList();
    }
}
