package org.keepreading.cli;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Help for every command, and in it the verbs of each noun in the order in which they are needed: picocli has those that are
 * methods by the alphabet.
 */
final class CommandHelp {
    private static final Map<String, List<String>> VERBS = Map.of(
            "sources", List.of("add", "list", "remove", "fetch"),
            "teasers", List.of("list", "show", "export", "hide", "pin", "unhide", "unpin"),
            "newsletters", List.of("list", "show", "apply", "export", "pause", "remove", "resume"),
            "editions", List.of("list", "show", "pause", "resume", "cancel", "retry", "amend"),
            "subscribers", List.of("import", "export", "add", "unsubscribe", "erase", "show", "count"),
            "keys", List.of("create", "list", "show", "use", "stop", "remove"));

    private CommandHelp() {}

    static CommandLine on(CommandLine command) {
        addOptions(command);
        var sections = new HashMap<>(command.getHelpSectionMap());
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandHelp::verbs);
        return command.setHelpSectionMap(sections);
    }

    /** Last, and not by mixinStandardHelpOptions, of whose options picocli takes for granted that a method's come after them. */
    private static void addOptions(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
        command.getSubcommands().values().forEach(CommandHelp::addOptions);
    }

    private static String verbs(Help help) {
        var order = VERBS.getOrDefault(help.commandSpec().name(), List.of());
        var verbs = new LinkedHashMap<String, Help>();
        help.subcommands().entrySet().stream()
                .sorted(Comparator.comparingInt(verb -> order.indexOf(verb.getKey())))
                .forEach(verb -> verbs.put(verb.getKey(), verb.getValue()));
        return help.commandList(verbs);
    }
}
