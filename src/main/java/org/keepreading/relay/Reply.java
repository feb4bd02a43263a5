package org.keepreading.relay;

import java.util.regex.Pattern;
import org.keepreading.text.Fitted;

/**
 * A relay's reply (RFC 5321, section 4.2).
 *
 * @param code three digits; -1 where it is no reply at all
 * @param text its lines with their code, as one line without control characters
 */
record Reply(int code, String text) {
    private static final Pattern POLICY = Pattern.compile("5[0-9]{2}[ -]5\\.7\\.[0-9]{1,3}\\b");
    private static final Pattern STATUS = Pattern.compile("[0-9]{3}[ -]([245]\\.[0-7])\\.[0-9]{1,3}\\b.*");
    private static final int LONGEST = 1_000;

    Reply {
        text = oneLine(text);
    }

    /** What a relay said, as a sentence can quote it: without control characters, and not too long. */
    static String oneLine(String words) {
        return Fitted.cut(words.strip().replaceAll("[\\p{Cntrl}\\s]+", " "), LONGEST);
    }

    boolean isPositive() {
        return code / 100 == 2;
    }

    /** 421: the relay closes the connection (section 3.8). */
    boolean isFarewell() {
        return code == 421;
    }

    /** 5.7.x (RFC 3463, section 3.8). */
    boolean isPolicy() {
        return POLICY.matcher(text).lookingAt();
    }

    /** Class and subject (RFC 3463, section 3), such as "5.1" for an address; the code's first digit where it names none. */
    String kind() {
        var status = STATUS.matcher(text);
        return status.matches() ? status.group(1) : String.valueOf(code / 100);
    }

    /** 421, 45x: too much, too fast, or not now (sections 4.2.3, 4.5.4.1). */
    boolean asksForLess() {
        return isFarewell() || code / 10 == 45;
    }

    /** Of a reply that ends the message's way, for better or worse. */
    Answer answer() {
        return switch (code / 100) {
            case 2 -> new Answer.Accepted(this);
            case 4 -> new Answer.Deferred(this);
            case 5 -> new Answer.Refused(this);
            default -> new Answer.Unanswered("The relay's reply can't be read: " + text, false);
        };
    }
}
