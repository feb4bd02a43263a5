package org.keepreading.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file of an H2 database, by its JDBC address.
 *
 * @param path absolute, without H2's endings
 * @param options what stands behind the path in the address
 */
public record DatabaseFile(Path path, String options) {
    /** What goes wrong is in our log; H2's own would grow with each repetition, and fill a disk anew. */
    private static final String TRACE = ";TRACE_LEVEL_FILE";

    private static final Pattern ADDRESS = Pattern.compile(
            "jdbc:h2:(?:(?:file|async|nio):)*(?![a-z]{2,}:)([^;]+)((?:;.*)?)", Pattern.CASE_INSENSITIVE);

    /**
     * Empty where no file on this machine is meant: PostgreSQL, memory, an H2 server.
     *
     * @param home what a relative path begins at
     */
    public static Optional<DatabaseFile> of(String url, Home home) {
        var address = ADDRESS.matcher(url);
        return address.matches()
                ? Optional.of(new DatabaseFile(path(address.group(1), home), address.group(2)))
                : Optional.empty();
    }

    /** The address with its path in full, by the file system that makes its files for their owner alone. */
    public String url() {
        return address(options);
    }

    /** For one who needs it closed to all others, and there already. */
    String urlForUsAlone() {
        return address(options.replaceAll("(?i);(AUTO_SERVER|IFEXISTS|DB_CLOSE_DELAY)=[^;]*", "") + ";IFEXISTS=TRUE");
    }

    private String address(String options) {
        if (path.toString().contains(";")) {
            throw new IllegalArgumentException(
                    path + " has a semicolon in its name, where H2 takes the path to end. Rename that folder.");
        }
        return "jdbc:h2:async:" + path + options
                + (options.toUpperCase(Locale.ROOT).contains(TRACE) ? "" : TRACE + "=0");
    }

    /** Whether there is a database in it. */
    public boolean exists() {
        try {
            return Files.exists(file()) && Files.size(file()) > 0;
        } catch (IOException e) {
            throw new IllegalArgumentException("The database " + file() + " can't be read: " + e.getMessage() + ".", e);
        }
    }

    public Path file() {
        return beside(".mv.db");
    }

    public Path folder() {
        return path.resolveSibling("");
    }

    Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /** "~/" is H2's for the user's folder. */
    private static Path path(String words, Home home) {
        var path = words.startsWith("~/") ? System.getProperty("user.home") + words.substring(1) : words;
        return home.folder().resolve(path).normalize();
    }
}
