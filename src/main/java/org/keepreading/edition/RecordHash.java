package org.keepreading.edition;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as a template sees it: its components by name, and a sentence for a name that it has not. */
final class RecordHash implements TemplateHashModel {
    private final String kind;
    private final Map<String, @Nullable Object> parts;
    private final ObjectWrapper wrapper;

    RecordHash(Record whole, ObjectWrapper wrapper) {
        this.kind = whole.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        this.parts = parts(whole);
        this.wrapper = wrapper;
    }

    static Map<String, @Nullable Object> parts(Record whole) {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        for (var component : whole.getClass().getRecordComponents()) {
            try {
                parts.put(component.getName(), component.getAccessor().invoke(whole));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return parts;
    }

    // Not just "missing": a name misspelt in <#if teaser.dekk??> would else be silently false.
    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
        if (!parts.containsKey(name)) {
            throw new TemplateModelException(
                    "the " + kind + " has no \"" + name + "\". It has " + String.join(", ", parts.keySet()) + ".");
        }
        return wrapper.wrap(parts.get(name));
    }

    @Override
    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
