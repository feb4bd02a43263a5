package org.keepreading.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;

/** What is wrong with a setting, as a sentence. */
record SettingTrouble(BindException problem) {

    String sentence() {
        return StartTrouble.causes(problem)
                .filter(BindValidationException.class::isInstance)
                .map(BindValidationException.class::cast)
                .map(SettingTrouble::outOfBounds)
                .findFirst()
                .orElseGet(this::unreadable);
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

    private String unreadable() {
        return "Setting %s can't be read: %s \"application.properties\" of the program explains each."
                .formatted(problem.getName(), refusal().orElseGet(this::reason));
    }

    /** For the types that are not ours, and refuse in words for programmers. */
    private Optional<String> refusal() {
        return Optional.ofNullable(problem.getProperty())
                .flatMap(property -> expected().map(expected -> "\"" + property.getValue() + "\" is " + expected));
    }

    private Optional<String> expected() {
        var type = ClassUtils.resolvePrimitiveIfNecessary(
                problem.getTarget().getType().resolve(Object.class));
        if (Number.class.isAssignableFrom(type)) {
            return Optional.of("no number that it could be. Write digits alone, such as 4.");
        }
        if (type == Boolean.class) {
            return Optional.of("neither true nor false.");
        }
        if (type == Duration.class) {
            return Optional.of("no duration. Write such as 30s, 5m or 1h.");
        }
        return type == DataSize.class ? Optional.of("no size. Write such as 512KB or 10MB.") : Optional.empty();
    }

    private String reason() {
        var reason = StartTrouble.line(StartTrouble.causes(problem).reduce(problem, (above, below) -> below));
        return reason.endsWith(".") ? reason : reason + ".";
    }
}
