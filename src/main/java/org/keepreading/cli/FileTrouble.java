package org.keepreading.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Why a file that somebody named can't be read or written, as a sentence. */
record FileTrouble(FileSystemException problem) {

    String sentence() {
        var file = Path.of(problem.getFile()).toAbsolutePath().normalize();
        if (problem instanceof NoSuchFileException) {
            return isInAFolder(file)
                    ? "There is no file \"%s\".".formatted(file)
                    : "There is no folder \"%s\", so \"%s\" can't be in it. Make it, or name another."
                            .formatted(file.getParent(), file.getFileName());
        }
        return problem instanceof AccessDeniedException
                ? "\"%s\" can't be opened by the user that runs this: look at its permissions, or name another."
                        .formatted(file)
                : "\"%s\" can't be used: %s. Name another.".formatted(file, reason());
    }

    private static boolean isInAFolder(Path file) {
        return file.getParent() != null && Files.isDirectory(file.getParent());
    }

    private String reason() {
        var reason = problem.getReason();
        return reason == null ? problem.getClass().getSimpleName() : reason.toLowerCase(Locale.ROOT);
    }
}
