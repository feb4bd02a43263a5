package org.keepreading.source;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of the days of the week, long and short, in the languages of {@link Months}; none that means two days. */
final class Weekdays {
    private static final Map<String, DayOfWeek> NAMES = names();

    private Weekdays() {}

    static Optional<DayOfWeek> named(String name) {
        return Optional.ofNullable(NAMES.get(Months.key(name)));
    }

    private static Map<String, DayOfWeek> names() {
        var names = new HashMap<String, DayOfWeek>();
        var ambiguous = new HashSet<String>();
        for (var language : Months.LANGUAGES) {
            for (var day : DayOfWeek.values()) {
                for (var style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT}) {
                    var name = Months.key(day.getDisplayName(style, Locale.forLanguageTag(language)));
                    var before = names.putIfAbsent(name, day);
                    if (before != null && before != day) {
                        ambiguous.add(name);
                    }
                }
            }
        }
        names.keySet().removeAll(ambiguous);
        names.remove("");
        return Map.copyOf(names);
    }
}
