package org.keepreading.web.demo;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** The demo's templates, apart from those that users may change. */
final class DemoTemplates {
    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    DemoTemplates() {
        templates.setClassForTemplateLoading(DemoTemplates.class, "/demo/templates");
        templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
    }

    String page(String name, Map<String, ?> model) {
        try {
            var page = new StringWriter();
            templates.getTemplate(name + ".ftlh").process(model, page);
            return page.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
    }
}
