package org.keepreading.edition;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a template see records, lists, words and numbers: no other Java object, and no method of any. */
final class ClosedWrapper implements ObjectWrapper {

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        if (value == null || value instanceof TemplateModel) {
            return (TemplateModel) value;
        }
        if (value instanceof Html html) {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html.value());
        }
        if (value instanceof Model.Mark mark) {
            // Markup, not words: no template can compare, cut or otherwise look into it.
            return HTMLOutputFormat.INSTANCE.fromPlainTextByEscaping(mark.value());
        }
        if (value instanceof Record part) {
            return new RecordHash(part, this);
        }
        return wrapPlain(value);
    }

    private TemplateModel wrapPlain(Object value) throws TemplateModelException {
        if (value instanceof String words) {
            return new SimpleScalar(words);
        }
        if (value instanceof Number number) {
            return new SimpleNumber(number);
        }
        if (value instanceof List<?> list) {
            return new SimpleSequence(list, this);
        }
        throw new TemplateModelException("A template cannot see a " + value.getClass() + ".");
    }
}
