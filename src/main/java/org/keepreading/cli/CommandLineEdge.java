package org.keepreading.cli;

import picocli.CommandLine;

/** Reads the command line before anything else starts, so that help and wrong use answer at once. */
public final class CommandLineEdge {
    private CommandLineEdge() {}

    /**
     * @param program the Spring Boot application that commands start
     * @return the exit status: 0 done, 1 failed, 2 wrong use
     */
    public static int run(Class<?> program, String... args) {
        var installation = new Installation(program);
        return Words.understoodBy(new CommandLine(new RootCommand(installation), new Parts(installation)))
                .setExecutionExceptionHandler(new Complaints())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }
}
