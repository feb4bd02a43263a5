package org.keepreading.node;

import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that this machine's clock is wrong, and once more when it was right in between. */
final class ClockWatch {
    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);
    private boolean wasWrong;

    void look(Duration ahead) {
        var isWrong = Node.isWrong(ahead);
        if (isWrong && !wasWrong) {
            log.warn(
                    "This machine's clock is {} the database's. Leases and slots go by the database's, so nothing is lost"
                            + " or doubled; have both machines set their clocks by NTP.",
                    words(ahead));
        }
        wasWrong = isWrong;
    }

    private static String words(Duration ahead) {
        var seconds = String.format(Locale.ROOT, "%,.1f s ", ahead.abs().toMillis() / 1_000.0);
        return seconds + (ahead.isNegative() ? "behind" : "ahead of");
    }
}
