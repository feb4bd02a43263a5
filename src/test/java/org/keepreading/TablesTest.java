package org.keepreading;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each table belongs to one room, whose classes alone have its name in their statements. */
class TablesTest {
    private static final Path ROOMS = Path.of("src/main/java/org/keepreading");
    private static final List<Path> MIGRATIONS =
            List.of(Path.of("src/main/resources/db/migration"), Path.of("src/main/java/db/migration"));

    private static final Map<String, Set<String>> OWNED = Map.ofEntries(
            Map.entry("delivery", Set.of("audience_list", "batch", "deferral", "delivery", "delivery_figure")),
            Map.entry(
                    "edition",
                    Set.of(
                            "edition",
                            "edition_candidate",
                            "edition_reached",
                            "edition_revision",
                            "edition_revision_template",
                            "edition_teaser",
                            "edition_template")),
            Map.entry("installation", Set.of("installation")),
            Map.entry("journal", Set.of("journal_line")),
            Map.entry("letter", Set.of("signing_domain", "signing_key", "test_mail")),
            Map.entry("newsletter", Set.of("newsletter")),
            Map.entry("node", Set.of("node")),
            Map.entry("publishing", Set.of("slot_notice")),
            Map.entry("relay", Set.of("relay_use")),
            Map.entry("source", Set.of("source")),
            Map.entry("subscriber", Set.of("erasure", "list", "secret", "subscriber", "subscription", "suppression")),
            Map.entry("teaser", Set.of("author", "hidden_article", "picture_size", "section", "teaser")));

    private static final Set<String> EXCEPTIONS = Set.of(
            // How an edition's delivery stands is in its row, which senders read in the statement that claims for it.
            "delivery: edition",
            // An audience is a million rows: who is in it is asked where they are. The rule itself is subscriber's
            // AudienceRule.
            "delivery: subscriber",
            "delivery: subscription",
            "delivery: suppression",
            // Which teasers a newsletter may carry is asked of thousands at once, by what editions carried.
            "edition: teaser",
            // Tries whether the database can be written, and takes it back.
            "doctor: secret",
            // A moved database is another place: its mark is taken away.
            "move: installation");

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern STATEMENT =
            Pattern.compile("\\b(select|insert into|update \\w+ set|delete from|left join|where)\\b");
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join|into|update)\\s+(\\w+)");
    private static final Pattern SECOND_TABLE = Pattern.compile("\\bfrom\\s+\\w+,\\s+(\\w+)");
    private static final Pattern CREATED = Pattern.compile("create table (\\w+)");

    @Test
    void haveAnOwnerEach() throws IOException {
        var made = new TreeSet<String>();
        for (var folder : MIGRATIONS) {
            for (var file : files(folder)) {
                all(CREATED, Files.readString(file)).forEach(made::add);
            }
        }

        assertThat(OWNED.values()).doesNotHaveDuplicates();
        assertThat(OWNED.values().stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void areReadAndWrittenByTheirOwnersAloneButForAFewThatSayWhy() throws IOException {
        var strangers = new TreeSet<String>();
        for (var file : files(ROOMS)) {
            var room = ROOMS.relativize(file).getName(0).toString();
            tables(Files.readString(file))
                    .filter(table -> !OWNED.getOrDefault(room, Set.of()).contains(table))
                    .forEach(table -> strangers.add(room + ": " + table));
        }

        assertThat(strangers).isEqualTo(new TreeSet<>(EXCEPTIONS));
    }

    private static Stream<String> tables(String source) {
        var known = OWNED.values().stream().flatMap(Set::stream).collect(toCollection(TreeSet::new));
        return LITERAL.matcher(source)
                .results()
                .map(literal -> literal.group(1) == null ? literal.group(2) : literal.group(1))
                .filter(words -> STATEMENT.matcher(words).find())
                .flatMap(statement -> Stream.concat(all(TABLE, statement), all(SECOND_TABLE, statement)))
                .filter(known::contains);
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
