package org.keepreading.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Why the program could not start or go on, where that lies in its settings or surroundings, as a sentence. */
final class StartTrouble {
    private static final int H2_WRONG_PASSWORD = 28000;
    private static final Set<Integer> H2_CLOSED =
            Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);

    private StartTrouble() {}

    /** Empty: it is none of these. */
    static Optional<String> sentence(Throwable problem) {
        return causes(problem).anyMatch(StartTrouble::isDiskFull)
                ? Optional.of("The disk is full: make room, then start this again.")
                : causes(problem).flatMap(StartTrouble::known).findFirst();
    }

    private static boolean isDiskFull(Throwable problem) {
        return problem instanceof IOException && line(problem).contains("No space left on device");
    }

    private static Stream<String> known(Throwable problem) {
        if (problem instanceof BindException bind) {
            return Stream.of(new SettingTrouble(bind).sentence());
        }
        if (problem instanceof PortInUseException port) {
            return Stream.of("Port %d is taken by another program. Stop that, or set another server.port."
                    .formatted(port.getPort()));
        }
        if (problem instanceof SQLException sql && sql.getErrorCode() == H2_WRONG_PASSWORD) {
            return Stream.of(
                    "The database does not take the password of spring.datasource.password, or, where that is not set,"
                            + " of the file beside it that ends in \".password\". Put back the one that belongs to it. One of a time"
                            + " before it had any takes none: remove that file, and it gets a new one.");
        }
        if (problem instanceof SQLException sql && H2_CLOSED.contains(sql.getErrorCode())) {
            return Stream.of(
                    "The database was closed while this command used it, most likely as its disk is full. Make room,"
                            + " see that the server is up again, if there is one, and run the same command again: what is done stays done.");
        }
        if (problem instanceof SQLException) {
            return Stream.of("The database can't be used: %s. Look at spring.datasource.url, .username and .password."
                    .formatted(line(problem).replaceAll("\\.$", "")));
        }
        return problem instanceof FileSystemException file && file.getFile() != null
                ? Stream.of(new FileTrouble(file).sentence())
                : Stream.empty();
    }

    static String line(Throwable problem) {
        return String.valueOf(problem.getMessage()).replaceAll("\\s+", " ").strip();
    }

    static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
    }
}
