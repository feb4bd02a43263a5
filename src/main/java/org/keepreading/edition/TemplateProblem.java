package org.keepreading.edition;

import org.jspecify.annotations.Nullable;

/** A mistake in a template, told so that a designer finds it: which file, which line, what is missing. */
public class TemplateProblem extends RuntimeException {
    private final String file;
    private final @Nullable Integer line;
    private final String sentence;

    /** @param line counted from 1; {@code null} where it is no single line's fault */
    public TemplateProblem(String file, @Nullable Integer line, String sentence) {
        super(file + (line == null ? "" : ", line " + line) + ": " + sentence);
        this.file = file;
        this.line = line;
        this.sentence = sentence;
    }

    /** Such as {@code templates/digest/html.ftlh}. */
    public String file() {
        return file;
    }

    /** What is wrong and what to write, without its place. */
    public String sentence() {
        return sentence;
    }

    /** Whether it is in the subject that the newsletter's own file sets, and not in a file of the template. */
    public boolean isInSubject() {
        return file.startsWith(Rendering.SUBJECT_OF);
    }

    public @Nullable Integer line() {
        return line;
    }
}
