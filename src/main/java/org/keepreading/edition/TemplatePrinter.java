package org.keepreading.edition;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleHash;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;

/**
 * Prints a template's files through FreeMarker: a file reaches the model and its own folder, nothing else, and is
 * stopped where it runs too long or prints too much.
 */
final class TemplatePrinter {
    private final Configuration configuration;
    private final EditionSettings bounds;

    private TemplatePrinter(Configuration configuration, EditionSettings bounds) {
        this.configuration = configuration;
        this.bounds = bounds;
    }

    /** Escapes every value for HTML, which no template can switch off. */
    static TemplatePrinter forHtml(
            TemplateFiles files, Locale locale, ZoneId zone, EditionSettings bounds, Marks marks) {
        var configuration = configuration(files, locale, zone, HTMLOutputFormat.INSTANCE, marks);
        configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        return new TemplatePrinter(configuration, bounds);
    }

    static TemplatePrinter forText(
            TemplateFiles files, Locale locale, ZoneId zone, EditionSettings bounds, Marks marks) {
        return new TemplatePrinter(configuration(files, locale, zone, PlainTextOutputFormat.INSTANCE, marks), bounds);
    }

    private static Configuration configuration(
            TemplateFiles files, Locale locale, ZoneId zone, OutputFormat format, Marks marks) {
        var configuration = new WaryConfiguration();
        configuration.setTemplateLoader(loader(files));
        configuration.setLocalizedLookup(false);
        configuration.setLocale(locale);
        configuration.setTimeZone(TimeZone.getTimeZone(zone));
        // By part, not by a file's ending: a .ftl that html.ftlh includes is escaped as well.
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setOutputFormat(format);
        configuration.setNumberFormat("computer");
        configuration.setArithmeticEngine(new Numbers());
        configuration.setObjectWrapper(new ClosedWrapper());
        configuration.setSharedVariable("wrap", new Wrap());
        configuration.setSharedVariable("mailOnly", new MailOnly(marks));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }

    private static StringTemplateLoader loader(TemplateFiles files) {
        var loader = new StringTemplateLoader();
        files.files().forEach((file, source) -> loader.putTemplate(files.path(file), source));
        return loader;
    }

    /** @param path such as {@code templates/digest/html.ftlh} */
    String print(String path, Model model) {
        return print(path, () -> configuration.getTemplate(path), model);
    }

    /** @param name what to call the source where there is a mistake in it */
    String print(String name, String source, Model model) {
        return print(name, () -> fit(new Template(name, source, configuration)), model);
    }

    private String print(String name, Parsing parsing, Model model) {
        var spot = new Spot(name);
        return new Deadline(bounds.templateTime(), spot).keptBy(name, () -> {
            try {
                return print(parsing.parsed(), model, spot);
            } catch (TemplateNotFoundException e) {
                throw new TemplateProblem(name, null, "there is no such file. Copy it from templates/digest.");
            } catch (ParseException e) {
                throw TemplateMistakes.of(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String print(Template template, Model model, Spot spot) throws IOException {
        var printed = new BoundedWriter(bounds.templateOutput(), spot);
        try {
            var parts = new SimpleHash(RecordHash.parts(model), configuration.getObjectWrapper());
            spot.print(template, parts, printed);
            return printed.toString();
        } catch (TemplateException e) {
            throw TemplateMistakes.of(template.getName(), e);
        }
    }

    private static Template fit(Template template) throws IOException {
        Forbidden.check(template);
        Halts.add(template);
        return template;
    }

    /** FreeMarker's, but every template is looked at and stops when its thread is interrupted, whichever way it was included. */
    private static final class WaryConfiguration extends Configuration {
        private final Set<Template> fit = Collections.newSetFromMap(new IdentityHashMap<>());

        WaryConfiguration() {
            super(VERSION_2_3_34);
        }

        @Override
        public Template getTemplate(
                String name, Locale locale, Object condition, String encoding, boolean parsed, boolean optional)
                throws IOException {
            var template = super.getTemplate(name, locale, condition, encoding, parsed, optional);
            if (template != null && !fit.contains(template)) {
                fit.add(TemplatePrinter.fit(template));
            }
            return template;
        }
    }

    private interface Parsing {
        Template parsed() throws IOException;
    }
}
