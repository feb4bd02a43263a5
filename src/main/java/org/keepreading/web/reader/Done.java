package org.keepreading.web.reader;

import java.util.Arrays;

/** What the reader just did, as the page says it back to them. */
enum Done {
    NOTHING("", ""),
    SAVED("saved", "Your choice is saved."),
    PAUSED("paused", "You have two weeks' peace."),
    RESUMED("resumed", "Welcome back: the next edition comes to you."),
    LEFT("left", "You are unsubscribed from everything.");

    final String word;
    final String sentence;

    Done(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    static Done of(String word) {
        return Arrays.stream(values())
                .filter(done -> done.word.equals(word))
                .findFirst()
                .orElse(NOTHING);
    }
}
