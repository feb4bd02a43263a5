package org.keepreading.cli;

import java.io.Console;
import java.util.Locale;

/** A question before something that can't be undone. */
final class Question {
    private Question() {}

    /**
     * Returns if somebody says yes.
     *
     * @param nothingDone such as "Nobody was erased"
     * @throws IllegalArgumentException if they don't, or nobody is there to ask
     */
    static void ask(String question, String nothingDone) {
        var console = Terminal.console()
                .orElseThrow(() -> new IllegalArgumentException(
                        nothingDone + ": there is no terminal to ask on. Add --yes to do it without being asked."));
        if (!saysYes(console, question)) {
            throw new IllegalArgumentException(nothingDone + ".");
        }
    }

    private static boolean saysYes(Console console, String question) {
        var answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
