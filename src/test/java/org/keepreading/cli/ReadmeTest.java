package org.keepreading.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keepreading.testing.FaultyRelay;
import org.keepreading.testing.NameServer;

/** README's way from a feed to a mail, for whoever knows nothing else: each command that it names, in its order. */
class ReadmeTest {
    private static final String FEED = """
            <rss version="2.0"><channel><title>Quayside News</title><link>https://quayside.example/</link>
            <item><title>Trams run all night</title><link>https://quayside.example/trams</link><guid>trams</guid>
            <pubDate>Mon, 02 Mar 2026 06:00:00 GMT</pubDate></item></channel></rss>""";

    private final String readme = section(read(Path.of("README.md")));
    private final FaultyRelay relay = new FaultyRelay();
    private final NameServer dns = new NameServer();
    private final Map<String, Shell.Ran> ran = new LinkedHashMap<>();
    private HttpServer site;

    @TempDir
    private Path folder;

    @BeforeEach
    void serveAFeedAndWriteTheFiles() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/rss.xml", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(FEED.getBytes(UTF_8));
            }
        });
        site.start();
        Files.writeString(
                folder.resolve("daily.yaml"), blocks("yaml").findFirst().orElseThrow());
        Files.writeString(folder.resolve("readers.csv"), "email,name\nada@example.org,Ada\n");
    }

    @AfterEach
    void close() {
        site.stop(0);
        relay.close();
        dns.close();
    }

    @Test
    void leadsToATestMailAndFromThereToReaders() {
        var shell = new Shell(
                "spring.mail.host=localhost",
                "spring.mail.port=" + relay.port(),
                "keepreading.source.allowed-private-hosts=127.0.0.1:" + port(),
                "keepreading.doctor.name-server=" + dns.address(),
                "keepreading.doctor.patience=500ms");

        commands().forEach(command -> follow(command, shell));

        assertThat(out("sources fetch")).isEqualTo("city: 1 new, 0 updated, 0 unchanged, 0 refused\n");
        assertThat(out("preview")).contains("+ city           Trams run all night", "Written: digest.html");
        assertThat(folder.resolve("preview/digest.html")).isNotEmptyFile();
        assertThat(relay.taken()).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("you@example.org");
            assertThat(mail.header("Subject")).startsWith("[Test] The Harbour Daily");
        });
        assertThat(out("subscribers import")).startsWith("List \"daily\": 1 new");
        assertThat(out("keys use")).startsWith("From the next edition on, key ");
        assertThat(out("preflight")).isEqualTo("Ready to send.\n");
        assertThat(List.copyOf(ran.keySet())).endsWith("preflight daily");
    }

    @Test
    void hasSettingsWrittenIntoTheHomesFile() throws IOException {
        var known = properties(read(Path.of("application.properties")));

        assertThat(blocks("properties").toList())
                .isNotEmpty()
                .allSatisfy(block -> assertThat(known.stringPropertyNames())
                        .containsAll(properties(block).stringPropertyNames()));
        assertThat(readme).contains("in the home's `config/application.properties`:\n\n   ```properties");
    }

    private void follow(String command, Shell shell) {
        var result = shell.run(Stream.of(command.split(" ")).map(this::here).toArray(String[]::new));
        result.out()
                .lines()
                .filter(line -> line.contains(" IN TXT "))
                .map(String::strip)
                .forEach(dns::knows);
        if (!command.startsWith("doctor")) { // which knows that nobody has an MX here
            assertThat(result.status()).as(command + ": " + result.err()).isZero();
        }
        ran.put(command, result);
    }

    private String here(String word) {
        return switch (word) {
            case "https://news.example.org/city/rss.xml" -> "http://127.0.0.1:" + port() + "/rss.xml";
            case "daily.yaml", "readers.csv", "preview/" -> folder.resolve(word).toString();
            default -> word.matches("kr[0-9]{8}") ? selector() : word;
        };
    }

    private String selector() {
        return out("keys create")
                .lines()
                .reduce((first, last) -> last)
                .orElseThrow()
                .replaceFirst(".* ", "");
    }

    private String out(String command) {
        return ran.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(command))
                .map(entry -> entry.getValue().out())
                .findFirst()
                .orElseThrow();
    }

    private Stream<String> commands() {
        return readme.lines()
                .map(line -> line.strip().replaceFirst("\\s+#.*", ""))
                .filter(line -> line.startsWith("keepreading "))
                .map(line -> line.substring("keepreading ".length()))
                .filter(command -> !command.equals("serve"))
                .map(command -> command.replaceFirst("--out preview$", "--out preview/"));
    }

    private Stream<String> blocks(String kind) {
        return Pattern.compile("```" + kind + "\n(.*?)\n *```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map(block -> block.group(1).stripIndent());
    }

    private int port() {
        return site.getAddress().getPort();
    }

    private static String section(String readme) {
        return readme.substring(readme.indexOf("## From your feed"), readme.indexOf("## The command line"));
    }

    private static Properties properties(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
