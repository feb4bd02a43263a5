package org.keepreading.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a sentence on standard error and exit status 1. */
final class Complaints implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) throws Exception {
        var sentence = isSentence(problem) ? Optional.ofNullable(problem.getMessage()) : StartTrouble.sentence(problem);
        command.getErr().println(sentence.orElseThrow(() -> problem));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean isSentence(Exception problem) {
        return problem instanceof IllegalArgumentException
                || problem.getClass().getName().startsWith("org.keepreading.");
    }
}
