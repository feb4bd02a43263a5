package org.keepreading.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.keepreading.text.ShowingWriter;
import picocli.CommandLine;
import picocli.CommandLine.RunLast;

/**
 * Reads the command line before anything else starts, so that help and wrong use answer at once.
 *
 * @param program the Spring Boot application that commands start
 * @param settings "key=value", stronger than any file
 * @param out where results go
 * @param err where progress and complaints go
 */
public record CommandLineEdge(Class<?> program, List<String> settings, PrintWriter out, PrintWriter err) {

    public static CommandLineEdge of(Class<?> program) {
        return new CommandLineEdge(
                program,
                List.of(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    /** @return the exit status: 0 done, 1 failed, 2 wrong use */
    public int run(String... args) {
        try {
            return execute(args);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int execute(String... args) {
        var shownErr = new ShowingWriter(err);
        var installation = new Installation(program, settings, new HomeOption(System.getenv()), shownErr::println);
        var command = new CommandLine(new RootCommand(installation));
        return ArgumentTypes.understoodBy(CommandHelp.on(command))
                .setOut(new ShowingWriter(out))
                .setErr(shownErr)
                .setExecutionExceptionHandler(new Complaints())
                .setParameterExceptionHandler(new WrongUse())
                .setExecutionStrategy(parsed -> WrongUse.help(parsed).orElseGet(() -> new RunLast().execute(parsed)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }
}
