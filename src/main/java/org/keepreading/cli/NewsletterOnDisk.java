package org.keepreading.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keepreading.edition.TemplateCheck;
import org.keepreading.edition.TemplateProblem;
import org.keepreading.edition.Templates;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.NewsletterFile;
import org.keepreading.newsletter.Schedule;

/** A newsletter from a file that somebody named. */
record NewsletterOnDisk(Path file, String yaml, Newsletter newsletter) {

    static NewsletterOnDisk read(Path file) {
        var yaml = text(file);
        return new NewsletterOnDisk(file, yaml, NewsletterFile.parse(file.toString(), yaml));
    }

    /** What its schedule says that nobody meant, and what keeps it from being set in its template: a sentence each with its place. */
    List<String> mistakes(Templates templates, TemplateCheck check) {
        return Stream.concat(doubts(), ofTemplate(templates, check).stream()).toList();
    }

    private Stream<String> doubts() {
        return Optional.ofNullable(newsletter.schedule()).flatMap(Schedule::doubt).stream()
                .map(doubt -> placed("schedule", doubt));
    }

    private List<String> ofTemplate(Templates templates, TemplateCheck check) {
        try {
            return check.problems(newsletter, templates.load(newsletter.template())).stream()
                    .map(this::sentence)
                    .distinct()
                    .toList();
        } catch (TemplateProblem missing) {
            return List.of(placed("template", String.valueOf(missing.getMessage())));
        }
    }

    private String sentence(TemplateProblem problem) {
        return problem.isInSubject()
                ? placed("subject", "the subject can't be set: " + problem.sentence())
                : String.valueOf(problem.getMessage());
    }

    private String placed(String key, String sentence) {
        return file + ", line " + NewsletterFile.lineOf(key, yaml) + ": " + sentence;
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
