package org.keepreading.installation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.keepreading.home.OwnersOnly;

/**
 * A small file beside an embedded database: it knows the database's latest sign of life, so that an older one in its place
 * is noticed, and it is itself another file once the folder was copied or unpacked.
 */
record LiveMarker(Path file) {
    private static final Pattern CONTENT = Pattern.compile("([0-9]{19})\\s*");

    static LiveMarker beside(Path database) {
        return new LiveMarker(Path.of(database + ".live"));
    }

    /** The latest sign of life that it knows of; 0: there is none, or it was cut off while it was written. */
    long sign() {
        try {
            var content = Files.isReadable(file) ? CONTENT.matcher(Files.readString(file, US_ASCII)) : null;
            return content != null && content.matches() ? Long.parseLong(content.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In place and always as long: written anew it would be another file. */
    void write(long sign) {
        try {
            OwnersOnly.create(file);
            Files.write(file, "%019d%n".formatted(sign).getBytes(US_ASCII), WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be written.", e);
        }
    }

    /** What no other file has; "none" where there is no file. */
    String identity() {
        try {
            return Files.exists(file) ? identityOf(file) : "none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String identityOf(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? "inode " + Files.getAttribute(file, "unix:ino")
                : "of " + Files.getAttribute(file, "creationTime");
    }
}
