package org.keepreading.cli;

import java.util.Optional;
import org.keepreading.text.Laid;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and shows how it is used; also for whoever asks for that. */
final class WrongUse implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] words) {
        WrongWord.of(wrong)
                .flatMap(WrongWord::sentence)
                .ifPresentOrElse(sentence -> say(sentence, wrong.getCommandLine()), () -> explain(wrong));
        return CommandLine.ExitCode.USAGE;
    }

    /** Alone: all of the usage below it would drive it off the screen. */
    private static void say(String sentence, CommandLine command) {
        command.getErr().println(sentence);
        command.getErr().println("\"" + command.getCommandSpec().qualifiedName() + " --help\" shows how it is used.");
    }

    private static void explain(ParameterException wrong) {
        var command = wrong.getCommandLine();
        command.getErr().println(String.valueOf(wrong.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
            command.getErr().println(usage(command));
        }
    }

    /** The exit status, where somebody asked for help and got it. */
    static Optional<Integer> help(ParseResult parsed) {
        return parsed.asCommandLineList().stream()
                .filter(CommandLine::isUsageHelpRequested)
                .findFirst()
                .map(command -> {
                    command.getOut().println(usage(command));
                    return CommandLine.ExitCode.OK;
                });
    }

    private static Laid usage(CommandLine command) {
        return Laid.text(command.getUsageMessage());
    }
}
