package org.keepreading.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;

/** Reads a newsletter from a file that somebody named. */
final class NewsletterOnDisk {
    private NewsletterOnDisk() {}

    static Newsletter read(Path file) {
        return NewsletterFile.parse(file.toString(), text(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file " + file + ".", e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not UTF-8. Save it as UTF-8.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " can't be read: " + e.getMessage(), e);
        }
    }
}
