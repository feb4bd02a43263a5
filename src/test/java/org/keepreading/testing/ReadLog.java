package org.keepreading.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * What a class says in the log from INFO on, until this is closed: whatever level another test's program has set, and though it
 * has said the same before, which a program's log would hold back.
 */
public final class ReadLog implements AutoCloseable {
    private final Logger logger;
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final List<TurboFilter> filters;

    private ReadLog(Logger logger) {
        this.logger = logger;
        filters = List.copyOf(logger.getLoggerContext().getTurboFilterList());
        logger.getLoggerContext().resetTurboFilterList();
        events.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(events);
    }

    public static ReadLog of(Class<?> speaker) {
        return new ReadLog((Logger) LoggerFactory.getLogger(speaker));
    }

    /** Of the whole program. */
    public static ReadLog ofAll() {
        return new ReadLog((Logger) LoggerFactory.getLogger("org.keepreading"));
    }

    /** Such as "WARN It rains.". */
    public List<String> lines() {
        return events.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(events);
        logger.setLevel(null);
        filters.forEach(logger.getLoggerContext()::addTurboFilter);
    }
}
