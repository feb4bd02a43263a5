package org.keepreading.edition;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what FreeMarker found wrong in a template as one sentence with its file and line. */
final class TemplateMistakes {
    private static final Pattern TIPS = Pattern.compile("(?s)\\n+----.*");

    private TemplateMistakes() {}

    static TemplateProblem of(ParseException mistake) {
        return new TemplateProblem(
                mistake.getTemplateName(), mistake.getLineNumber(), line(mistake.getEditorMessage()));
    }

    static TemplateProblem of(String template, TemplateException mistake) {
        var file = Objects.requireNonNullElse(mistake.getTemplateSourceName(), template);
        return new TemplateProblem(file, mistake.getLineNumber(), sentence(mistake));
    }

    private static String sentence(TemplateException mistake) {
        var missing = mistake.getBlamedExpressionString();
        if (mistake instanceof InvalidReferenceException && missing != null) {
            return missing.contains(".") ? notHere(missing) : "there is nothing called \"" + missing + "\". " + known();
        }
        return line(Objects.requireNonNullElse(mistake.getMessageWithoutStackTop(), mistake.toString()));
    }

    private static String notHere(String missing) {
        return "\"" + missing + "\" is missing here. Put what needs it between <#if " + missing + "??> and </#if>.";
    }

    private static String known() {
        return Arrays.stream(Model.class.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.joining(", ", "A template knows ", "."));
    }

    private static String line(String message) {
        return TIPS.matcher(message)
                .replaceFirst("")
                .replaceAll(" \\(wrapper: [^)]*\\)", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
