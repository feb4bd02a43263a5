package org.keepreading.edition;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The directive {@code <@wrap indent="  ">}: sets its content in lines of at most 72 columns, never cutting a word. */
final class Wrap implements TemplateDirectiveModel {
    private static final int COLUMNS = 72;

    @Override
    @SuppressWarnings("rawtypes")
    public void execute(
            Environment environment, Map parameters, TemplateModel[] variables, @Nullable TemplateDirectiveBody body)
            throws TemplateException, IOException {
        if (body == null) {
            throw new TemplateModelException("<@wrap> needs something between it and </@wrap>.");
        }
        var content = new StringWriter();
        body.render(content);
        environment.getOut().write(lines(content.toString(), indent(parameters), environment.getLocale()));
    }

    private static String indent(Map<?, ?> parameters) throws TemplateModelException {
        return parameters.get("indent") instanceof TemplateScalarModel indent ? indent.getAsString() : "";
    }

    static String lines(String content, String indent, Locale language) {
        var lines = new StringBuilder();
        var line = indent;
        for (var piece : pieces(content.strip().replaceAll("\\s+", " "), language)) {
            if (!line.isBlank() && columns(line + piece.stripTrailing()) > COLUMNS) {
                lines.append(line.stripTrailing()).append('\n');
                line = indent;
            }
            line += piece;
        }
        return lines.append(line.stripTrailing()).toString();
    }

    /** Words with the space after them; of Chinese, Japanese and Korean what may not be parted. */
    private static List<String> pieces(String text, Locale language) {
        var breaks = BreakIterator.getLineInstance(language);
        breaks.setText(text);
        var pieces = new ArrayList<String>();
        var from = 0;
        for (var to = breaks.first(); to != BreakIterator.DONE; to = breaks.next()) {
            // It would also break within an address, after a full stop.
            if (to > from
                    && (to == text.length() || Character.isWhitespace(text.charAt(to - 1)) || isWideAt(text, to))) {
                pieces.add(text.substring(from, to));
                from = to;
            }
        }
        return pieces;
    }

    private static boolean isWideAt(String text, int position) {
        return columns(text.codePointBefore(position)) == 2 || columns(text.codePointAt(position)) == 2;
    }

    /** Chinese, Japanese and Korean letters take two columns of a terminal; combining marks none. */
    private static int columns(String word) {
        return word.codePoints().map(Wrap::columns).sum();
    }

    private static int columns(int letter) {
        if (Character.getType(letter) == Character.NON_SPACING_MARK || Character.getType(letter) == Character.FORMAT) {
            return 0;
        }
        return Character.isIdeographic(letter) || isWide(Character.UnicodeScript.of(letter)) ? 2 : 1;
    }

    private static boolean isWide(Character.UnicodeScript script) {
        return switch (script) {
            case HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
