package org.keepreading.source;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many documents are read at a time, so that memory and processors suffice for the rest of the program. What failed the
 * last time, or is uncommonly large, has a place of its own and holds up nobody but its like.
 */
final class ReadingSlots {
    private static final long LARGE = 1_000_000;
    private static final long PATIENCE_SECONDS = 60;

    private final Semaphore common = new Semaphore(3);
    private final Semaphore suspect = new Semaphore(1);

    /** Waits for a place; whoever got it releases it. */
    Semaphore take(Source source, long size) throws InterruptedException {
        var place = source.isSuspect() || size > LARGE ? suspect : common;
        if (place.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return place;
        }
        throw new InterruptedException("no place became free");
    }
}
