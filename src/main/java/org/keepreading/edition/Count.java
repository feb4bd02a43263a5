package org.keepreading.edition;

import java.util.List;

/** Numbers as one writes them in a sentence: in words up to twelve. */
final class Count {
    private static final List<String> CARDINALS = List.of(
            "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> ORDINALS = List.of(
            "",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");

    private Count() {}

    static String cardinal(int number) {
        return number < CARDINALS.size() ? CARDINALS.get(number) : Integer.toString(number);
    }

    static String ordinal(int number) {
        return number < ORDINALS.size() ? ORDINALS.get(number) : number + suffix(number);
    }

    private static String suffix(int number) {
        var isTeen = number % 100 / 10 == 1;
        return switch (isTeen ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
