package org.keepreading.edition;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/**
 * The template's own words in a language, from its words_LANGUAGE.properties and what all templates share: {@code words.end} as they stand,
 * {@code words.stories(5)} filled in by {@link MessageFormat}. What a language lacks is said in the next: the
 * reader's, the newsletter's, English.
 */
final class TemplateWords implements TemplateHashModel {
    private static final Control LANGUAGES = Control.getControl(Control.FORMAT_PROPERTIES);

    private final String template;
    private final List<Vocabulary> vocabularies;
    private final Locale fallback;

    private record Vocabulary(Locale locale, Properties words) {}

    private TemplateWords(String template, List<Vocabulary> vocabularies, Locale fallback) {
        this.template = template;
        this.vocabularies = vocabularies;
        this.fallback = fallback;
    }

    static TemplateWords of(TemplateFiles files, Locale reader, Locale newsletter) {
        var found = Stream.of(reader, newsletter, Locale.ENGLISH)
                .flatMap(locale -> vocabularies(files, locale))
                .toList();
        return new TemplateWords(files.name(), found, newsletter);
    }

    private static Stream<Vocabulary> vocabularies(TemplateFiles files, Locale locale) {
        return LANGUAGES.getCandidateLocales("words", locale).stream()
                .map(candidate -> LANGUAGES.toBundleName("words", candidate) + ".properties")
                .flatMap(file -> Stream.of(file, TemplateFiles.SHARED + file))
                .flatMap(file -> files.text(file).stream())
                .map(text -> new Vocabulary(locale, read(text)));
    }

    private static Properties read(String text) {
        var words = new Properties();
        try {
            words.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Whose words these are: the first of the languages asked for that the template speaks. */
    Locale locale() {
        return vocabularies.isEmpty() ? fallback : vocabularies.get(0).locale();
    }

    @Override
    public Word get(String key) throws TemplateModelException {
        return vocabularies.stream()
                .filter(vocabulary -> vocabulary.words().containsKey(key))
                .findFirst()
                .map(found -> new Word(found.words().getProperty(key), found.locale()))
                .orElseThrow(() -> new TemplateModelException("there are no words for \"" + key + "\". Add a line \""
                        + key + "=…\" to templates/" + template + "/words_en.properties."));
    }

    @Override
    public boolean isEmpty() {
        return vocabularies.isEmpty();
    }

    record Word(String words, Locale locale) implements TemplateScalarModel, TemplateMethodModelEx {
        @Override
        public String getAsString() {
            return words;
        }

        @Override
        public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
            var values = new Object[arguments.size()];
            var isMarked = false;
            for (int i = 0; i < values.length; i++) {
                values[i] = plain(arguments.get(i));
                isMarked |= arguments.get(i) instanceof TemplateHTMLOutputModel;
            }
            var filled = new MessageFormat(words, locale).format(values);
            // As markup again: a place that is filled in for each reader is never to be looked into.
            return isMarked ? HTMLOutputFormat.INSTANCE.fromPlainTextByEscaping(filled) : filled;
        }

        private static Object plain(Object argument) throws TemplateModelException {
            if (argument instanceof TemplateNumberModel number) {
                return number.getAsNumber();
            }
            if (argument instanceof TemplateScalarModel text) {
                return text.getAsString();
            }
            if (argument instanceof TemplateHTMLOutputModel mark) {
                return HTMLOutputFormat.INSTANCE.getSourcePlainText(mark);
            }
            throw new TemplateModelException("only words and numbers can be put into words.");
        }
    }
}
