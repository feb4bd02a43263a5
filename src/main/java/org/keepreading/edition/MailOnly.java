package org.keepreading.edition;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The directive {@code <@mailOnly>}: its content stands in messages, not in the edition's web version, which is anybody's to read. */
record MailOnly(Marks marks) implements TemplateDirectiveModel {

    @Override
    @SuppressWarnings("rawtypes")
    public void execute(
            Environment environment, Map parameters, TemplateModel[] variables, @Nullable TemplateDirectiveBody body)
            throws TemplateException, IOException {
        if (body == null) {
            throw new TemplateModelException("<@mailOnly> needs something between it and </@mailOnly>.");
        }
        environment.getOut().write(marks.beginMailOnly());
        body.render(environment.getOut());
        environment.getOut().write(marks.endMailOnly());
    }
}
