package org.keepreading.text;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An exception whose message, and those of its causes, are as they are shown. */
record ShownThrowable(IThrowableProxy throwable) implements IThrowableProxy {

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy throwable) {
        return throwable == null ? null : new ShownThrowable(throwable);
    }

    @Override
    public @Nullable String getMessage() {
        return shown(throwable.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
        return shown(throwable.getOverridingMessage());
    }

    private static @Nullable String shown(@Nullable String message) {
        return message == null ? null : Shown.of(message);
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return of(throwable.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Arrays.stream(throwable.getSuppressed()).map(ShownThrowable::new).toArray(IThrowableProxy[]::new);
    }

    @Override
    public String getClassName() {
        return throwable.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return throwable.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return throwable.getCommonFrames();
    }

    @Override
    public boolean isCyclic() {
        return throwable.isCyclic();
    }
}
