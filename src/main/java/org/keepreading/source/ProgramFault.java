package org.keepreading.source;

/** What to tell of a document that this program itself failed at, whatever it threw. */
final class ProgramFault {
    private ProgramFault() {}

    /** What happened and what to do now. */
    static String sentence(String address, Throwable fault) {
        return address + " " + reason(fault) + " The log has the details; \"sources remove\" ends the tries.";
    }

    private static String reason(Throwable fault) {
        if (fault instanceof StackOverflowError) {
            return "is nested too deeply to be read. Ask whoever makes the feed to look at it.";
        }
        if (fault instanceof OutOfMemoryError) {
            return "needs more memory to be read than there is. Give Java more (-Xmx), or ask for a shorter feed.";
        }
        return "could not be read by a fault of this program (%s). Please report it."
                .formatted(fault.getClass().getSimpleName());
    }
}
