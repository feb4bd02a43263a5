package org.keepreading.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a sentence on standard error and exit status 1. */
final class Complaints implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) throws Exception {
        if (!isSentence(problem)) {
            throw problem;
        }
        command.getErr().println(problem.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean isSentence(Exception problem) {
        return problem instanceof IllegalArgumentException
                || problem.getClass().getName().startsWith("org.keepreading.");
    }
}
