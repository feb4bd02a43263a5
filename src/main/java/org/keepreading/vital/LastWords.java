package org.keepreading.vital;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process where an Error has ended one of its threads: nobody does that thread's work from then on, and a process
 * that is there and does not work is started anew by nobody. What was sent is recorded, so the next one goes on with the rest.
 */
public final class LastWords implements Thread.UncaughtExceptionHandler {
    /** The JVM's own under {@code -XX:+ExitOnOutOfMemoryError}; systemd's {@code Restart=on-failure} starts the process anew. */
    private static final int STATUS = 3;

    /** Ready beforehand: where memory has run out, no sentence can be put together. */
    private static final byte[] SENTENCE = """
            Keep Reading ends, as an Error has ended one of its threads (below) and that one's work is done no more. Start it \
            again, unless systemd does: it goes on where it was. If memory has run out and does so again, give it more (-Xmx).
            """.getBytes(UTF_8);

    private static final Logger log = LoggerFactory.getLogger(LastWords.class);

    private LastWords() {}

    /** From here on. */
    public static void areSpokenForAnyThread() {
        Thread.setDefaultUncaughtExceptionHandler(new LastWords());
    }

    /** For an Error that whoever runs this thread would catch and forget, as Quartz does. */
    public static void of(Error error) {
        var thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, error);
    }

    /** Where the whole process can't do its work any more. Not by exit, whose hooks would wait for what can't be done. */
    public static void end(String reason) {
        try {
            log.error(reason);
        } finally {
            Runtime.getRuntime().halt(STATUS);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable problem) {
        if (problem instanceof Error) {
            end(thread, problem);
        } else {
            log.error("Thread {} has ended by a fault of this program", thread.getName(), problem);
        }
    }

    /** Whoever comes first speaks for all. Not by exit: its hooks wait for threads, and need memory. */
    private static synchronized void end(Thread thread, Throwable problem) {
        try {
            System.err.write(SENTENCE, 0, SENTENCE.length);
            System.err.println("Thread " + thread.getName() + ": " + problem);
            problem.printStackTrace();
        } finally {
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
