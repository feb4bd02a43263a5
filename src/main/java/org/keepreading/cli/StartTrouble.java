package org.keepreading.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.validation.FieldError;

/** Why the program could not start, where that lies in its settings or surroundings, as a sentence. */
final class StartTrouble {
    private static final int H2_WRONG_PASSWORD = 28000;

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
            return Stream.of(setting(bind));
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
        if (problem instanceof SQLException) {
            return Stream.of("The database can't be used: %s. Look at spring.datasource.url, .username and .password."
                    .formatted(line(problem).replaceAll("\\.$", "")));
        }
        return Stream.empty();
    }

    private static String setting(BindException bind) {
        return causes(bind)
                .filter(BindValidationException.class::isInstance)
                .map(BindValidationException.class::cast)
                .map(StartTrouble::outOfBounds)
                .findFirst()
                .orElseGet(() -> unreadable(bind));
    }

    private static String outOfBounds(BindValidationException problem) {
        return problem.getValidationErrors().getAllErrors().stream()
                .map(error -> "Setting %s.%s %s."
                        .formatted(
                                problem.getValidationErrors().getName(),
                                error instanceof FieldError field ? field.getField() : error.getObjectName(),
                                error.getDefaultMessage()))
                .collect(Collectors.joining(" "));
    }

    private static String unreadable(BindException bind) {
        var reason = line(causes(bind).reduce(bind, (above, below) -> below));
        return "Setting %s can't be read: %s \"application.properties\" of the program explains each."
                .formatted(bind.getName(), reason.endsWith(".") ? reason : reason + ".");
    }

    private static String line(Throwable problem) {
        return String.valueOf(problem.getMessage()).replaceAll("\\s+", " ").strip();
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
    }
}
