package org.keepreading.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every option's and every parameter's wrong value gives a sentence: for which, what it was, and what it should look like. */
class WrongWordTest {
    private static final String WRONG = "Wr\u00F6ng!";

    /** Any words will do, or are looked at when it is known what they are for. */
    private static final Set<String> FREE =
            Set.of("TEXT", "NAME", "TITLE", "FILE|URL", "FILE", "FILE.csv", "FILE.json", "FILE.yaml", "DIR");

    private static final Map<String, String> RIGHT = Map.ofEntries(
            entry("KEY", "city"), entry("DOMAIN", "harbour.example"), entry("LIST", "daily"), entry("TEASER", "1"));

    private final Shell shell = new Shell();

    @TestFactory
    Stream<DynamicTest> namesTheOptionAndTheWordAndShowsAnother() {
        return commands()
                .flatMap(this::places)
                .filter(place -> !FREE.contains(place.arg().paramLabel()))
                .map(place -> DynamicTest.dynamicTest(place.toString(), () -> refuses(place)));
    }

    private void refuses(Place place) {
        var ran = shell.run(place.words(WRONG));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith(place.label() + ": \"" + WRONG)
                .containsPattern("such as|should look like|Write ")
                .contains("\"" + place.command().getCommandSpec().qualifiedName() + " --help\" shows how it is used.\n")
                .hasLineCount(2);
    }

    @Test
    void isFoundAmongSeveral() {
        assertThat(shell.run("teasers", "hide", "1", "two", "3").err())
                .startsWith("TEASER: \"two\" is no teaser's number. Write one that \"teasers list\" shows");
        assertThat(shell.run("sources", "fetch", "city", "The Wire").err())
                .startsWith("KEY: \"The Wire\" is no source key.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "teasers list --limit 0 | --limit: \"0\" is not how many there can be. Write a whole number from 1, such as 20.",
                "editions list --limit -3 | --limit: \"-3\" is not how many",
                "teasers list --limit 99999999999 | --limit: \"99999999999\" is not how many",
                "teasers show 12345678901234567890 | TEASER: \"12345678901234567890\" is no teaser's number.",
                "teasers show 1.5 | TEASER: \"1.5\" is no teaser's number.",
                "demo --port 65536 | --port: \"65536\" is no port. Write a number from 1 to 65535, such as 8080.",
                "sources add city https://harbour.example/rss.xml --every 30 | --every: \"30\" is no pause between two fetches.",
                "sources add city https://harbour.example/rss.xml --every 59s | --every: \"59s\" is no pause",
                "sources add city https://harbour.example/rss.xml --every 99999999999999d | --every: \"99999999999999d\" is no pause",
                "sources add city https://harbour.example/rss.xml --map Porto=Old_Town | --map: \"Old_Town\" is no section key.",
                "sources add city https://harbour.example/rss.xml --sponsor Homes | --sponsor: \"Homes\" has no \"=\". Write CATEGORY=NAME.",
                "sources add city feed:harbour.example | URL: \"feed:harbour.example\" is no address of a feed.",
                "subscribers import readers.csv --list daily --status gone=left | --status: \"left\" is no status. Write one of pending, active,",
                "send daily --at 2026-13-01T07:00 | --at: \"2026-13-01T07:00\" is no time. Write date and time, such as",
                "send daily --at +12026-01-01T07:00Z | --at: \"+12026-01-01T07:00Z\" is no time.",
                "send daily --yes=no | --yes: \"no\" is neither true nor false. Write the option alone",
                "editions show Daily | EDITION: \"Daily\" is no edition. Write its number, such as 17,",
                "editions retry 1 --class 571 | --class: \"571\" is no class of replies. Write one that \"editions show\" lists, such as 5.7"
            })
    void saysWhatIsExpected(String line, String sentence) {
        var ran = shell.run(line.split(" "));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).startsWith(sentence);
    }

    @ParameterizedTest
    @CsvSource({"15m, 15m", "90m, 1h30m", "2h, 2h", "1d, 24h", "PT20M, 20m"})
    void takesPausesWithAUnit(String written, String said) {
        assertThat(shell.run("sources", "add", "city", "https://harbour.example/rss.xml", "--every", written)
                        .out())
                .startsWith("Source city is fetched every " + said + " while");
    }

    @Test
    void saysWhyAFileCanNotBeUsed(@TempDir Path folder) throws IOException {
        shell.run("import", "src/test/resources/feeds/rss-1.0.xml");
        var locked = Files.createFile(folder.resolve("locked.json"));

        assertThat(shell.run(
                                "teasers",
                                "export",
                                "--out",
                                folder.resolve("new/t.json").toString())
                        .err())
                .isEqualTo("There is no folder \"%s\", so \"t.json\" can't be in it. Make it, or name another.\n"
                        .formatted(folder.resolve("new")));
        assertThat(shell.run("teasers", "export", "--out", folder.toString()).err())
                .isEqualTo("\"%s\" can't be used: is a directory. Name another.\n".formatted(folder));
        assertThat(shell.run(
                                "subscribers",
                                "export",
                                "--out",
                                locked.resolve("s.csv").toString())
                        .err())
                .isEqualTo("\"%s\" can't be used: not a directory. Name another.\n".formatted(locked.resolve("s.csv")));
        assertThat(shell.run(
                                "move",
                                "--to",
                                "jdbc:postgresql://localhost:1/x",
                                "--password-file",
                                folder.resolve("secret").toString())
                        .err())
                .isEqualTo("There is no file \"%s\".\n".formatted(folder.resolve("secret")));
    }

    private Stream<CommandLine> commands() {
        var installation = shell.installation();
        return below(ArgumentTypes.understoodBy(new CommandLine(new RootCommand(installation))));
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(WrongWordTest::below));
    }

    private Stream<Place> places(CommandLine command) {
        return command.getCommandSpec().args().stream()
                .filter(arg -> !(arg instanceof OptionSpec option) || (!option.usageHelp() && !option.versionHelp()))
                .map(arg -> new Place(command, arg));
    }

    /** Where on a command line a word stands. */
    private record Place(CommandLine command, ArgSpec arg) {

        String label() {
            return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
        }

        String[] words(String value) {
            var words = new ArrayList<>(
                    List.of(command.getCommandSpec().qualifiedName().split(" ")));
            words.remove(0);
            if (arg instanceof PositionalParamSpec positional) {
                before(positional).map(other -> RIGHT.get(other.paramLabel())).forEach(words::add);
                words.add(value);
            } else {
                words.add(label() + "=" + value);
            }
            return words.toArray(String[]::new);
        }

        private Stream<PositionalParamSpec> before(PositionalParamSpec positional) {
            return command.getCommandSpec().positionalParameters().stream()
                    .filter(other -> other.index().min() < positional.index().min());
        }

        @Override
        public String toString() {
            return command.getCommandSpec().qualifiedName() + " " + label();
        }
    }
}
