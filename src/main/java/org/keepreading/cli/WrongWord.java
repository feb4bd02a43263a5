package org.keepreading.cli;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A word of a command line that is no value of the option or the parameter that it stands for. */
record WrongWord(ArgSpec place, String word) {

    /** Empty: something else is wrong. */
    static Optional<WrongWord> of(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return leftOver(unmatched);
        }
        var place = wrong.getArgSpec();
        return place == null
                ? Optional.empty()
                : Optional.ofNullable(wrong.getValue()).map(word -> new WrongWord(place, word));
    }

    /** The parser takes a wrong word among several as the end of them. */
    private static Optional<WrongWord> leftOver(UnmatchedArgumentException unmatched) {
        var word = unmatched.getUnmatched().get(0);
        return unmatched.getCommandLine().getCommandSpec().positionalParameters().stream()
                .filter(place -> place.arity().isVariable())
                .map(place -> new WrongWord(place, word))
                .findFirst();
    }

    /** Which place, which word, and how it should look; empty: any word would do. */
    Optional<String> sentence() {
        return refusal().map(refusal -> label() + ": " + refusal);
    }

    private Optional<String> refusal() {
        var refusal = ArgumentTypes.refusal(lastType(), word);
        return place.typeInfo().isMap() ? Optional.of(ofPair(refusal)) : refusal;
    }

    /** Whether the whole pair is wrong or what stands behind its "=", the parser does not say. */
    private String ofPair(Optional<String> refusal) {
        return refusal.orElse("\"" + word + "\" has no \"=\".") + " Write " + place.paramLabel() + ". " + description();
    }

    /** Of what stands behind the "=", of what there are several of, or the type itself. */
    private Class<?> lastType() {
        var types = place.auxiliaryTypes();
        return types[types.length - 1];
    }

    private String description() {
        return String.join(" ", place.description());
    }

    private String label() {
        return place instanceof OptionSpec option ? option.longestName() : place.paramLabel();
    }
}
