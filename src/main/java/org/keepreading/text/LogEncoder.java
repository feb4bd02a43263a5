package org.keepreading.text;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Writes log lines in which every value is on its line, in the message, its arguments and what an exception says alike. */
public final class LogEncoder extends PatternLayoutEncoder {

    @Override
    public byte[] encode(ILoggingEvent event) {
        return super.encode(new ShownEvent(event));
    }
}
