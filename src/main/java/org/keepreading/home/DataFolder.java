package org.keepreading.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of data that nobody but its owner reads.
 *
 * @param names what the names of the files begin with that belong to it; empty: all, and the folder itself
 */
public record DataFolder(Path folder, String names) {

    /** A home's own. */
    public static DataFolder of(Home home) {
        return new DataFolder(home.data(), "");
    }

    /** A database's; beside it may lie what is not ours. */
    public static DataFolder of(DatabaseFile database, Home home) {
        return database.folder().equals(home.data())
                ? of(home)
                : new DataFolder(database.folder(), database.path().getFileName() + ".");
    }

    /** Makes it where it is missing. */
    void begin() {
        try {
            OwnersOnly.createFolder(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException("The folder " + folder + " can't be made: " + words(e), e);
        }
    }

    /** @throws IllegalArgumentException where this process may not look into it, or write */
    void check() {
        if (Files.isDirectory(folder) && !isOurs()) {
            throw new IllegalArgumentException(
                    "The folder %s belongs to %s, and %s can't write there. Run this as that user (sudo -u %2$s ...)."
                            .formatted(folder, owner(), System.getProperty("user.name")));
        }
    }

    /**
     * Takes from others what rights they have.
     *
     * @param notes is told in a line what was mended
     * @throws IllegalArgumentException where that can't be done
     */
    void close(Consumer<String> notes) {
        var open = openToOthers();
        if (open.isEmpty()) {
            return;
        }
        open.forEach(this::close);
        notes.accept(
                openToOthers().isEmpty()
                        ? "Others on this machine could read " + folder + ": now only its owner can."
                        : "Others on this machine can read " + folder
                                + ", and its file system keeps no rights: move it to another.");
    }

    /** What of it, and of what is in it, others have a right to. */
    public List<Path> openToOthers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder.toRealPath(), names.isEmpty() ? Integer.MAX_VALUE : 1)) {
            return all.filter(path -> path.getFileName().toString().startsWith(names))
                    .filter(OwnersOnly::isOpenToOthers)
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("The folder " + folder + " can't be read: " + words(e), e);
        }
    }

    private void close(Path path) {
        try {
            OwnersOnly.close(path);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Others on this machine can read %s, and %s may not change that, as it belongs to %s. Let its owner run \"chmod -R go= %s\"."
                            .formatted(path, System.getProperty("user.name"), owner(), folder),
                    e);
        }
    }

    private boolean isOurs() {
        return Files.isReadable(folder) && Files.isWritable(folder) && Files.isExecutable(folder);
    }

    private String owner() {
        try {
            return Files.getOwner(folder).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return "somebody else";
        }
    }

    private static String words(IOException problem) {
        return problem.getMessage() + " (" + problem.getClass().getSimpleName() + ").";
    }
}
