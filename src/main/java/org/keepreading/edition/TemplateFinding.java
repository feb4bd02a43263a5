package org.keepreading.edition;

/**
 * What a template lacks, or does wrong.
 *
 * @param owedToReaders whether the law gives readers a right to it: no mail may leave without
 */
public record TemplateFinding(String sentence, boolean owedToReaders) {

    static TemplateFinding owed(String sentence) {
        return new TemplateFinding(sentence, true);
    }

    static TemplateFinding flaw(String sentence) {
        return new TemplateFinding(sentence, false);
    }
}
