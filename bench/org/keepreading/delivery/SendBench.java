package org.keepreading.delivery;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.keepreading.KeepReading;
import org.keepreading.cli.CommandLineEdge;
import org.keepreading.edition.Cause;
import org.keepreading.newsletter.NewsletterKey;
import org.keepreading.publishing.Publisher;
import org.keepreading.subscriber.ListKey;
import org.keepreading.web.demo.SampleNewsroom;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishes the sample newsroom's digest to all subscribers of a database, by the real way: see bench/README.md. */
final class SendBench {
    private static final NewsletterKey DAILY = new NewsletterKey("daily");
    private final List<String> settings;

    private SendBench(List<String> settings) {
        this.settings = settings;
    }

    /** @param arguments JDBC URL, user, the sink's port, connections */
    public static void main(String... arguments) throws IOException {
        var bench = new SendBench(List.of(
                "spring.datasource.url=" + arguments[0],
                "spring.datasource.username=" + arguments[1],
                "spring.datasource.password=",
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + arguments[2],
                "keepreading.delivery.connections=" + arguments[3]));
        bench.bringTeasersIn();
        bench.send();
    }

    private void bringTeasersIn() throws IOException {
        var newsroom = new SampleNewsroom(URI.create("https://harbour.example"), Instant.now());
        var folder = Files.createTempDirectory("keepreading-bench-");
        run("import", write(folder.resolve("teasers.json"), newsroom.teasers()), "--source", "bench");
        run("newsletters", "apply", write(folder.resolve("daily.yaml"), newsroom.newsletter()));
    }

    private void send() {
        try (var program = program()) {
            var publisher = program.getBean(Publisher.class);
            var senders = program.getBean(Senders.class);
            dryRun(program);
            var triggered = Instant.now();
            var issue = publisher.publish(DAILY, triggered, Cause.HAND).issue();
            say("frozen and queued", Duration.between(triggered, Instant.now()));
            var progress = senders.drain(issue.id());
            var took = Duration.between(triggered, Instant.now());
            say("first message confirmed", Duration.between(triggered, first(program, issue.id())));
            say("all", took);
            System.out.printf(
                    "%s: %,.0f messages/s, %.2f CPU s per 1,000 messages, peak %,d MB resident%n",
                    progress,
                    progress.sent() * 1e3 / took.toMillis(),
                    cpuSeconds() * 1_000 / progress.sent(),
                    peakMegabytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ConfigurableApplicationContext program() {
        return new SpringApplicationBuilder(KeepReading.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    /** What {@code send --dry-run} asks. */
    private static void dryRun(ConfigurableApplicationContext program) {
        var started = Instant.now();
        program.getBean(Publisher.class).proof(DAILY, started);
        var audience = program.getBean(Audiences.class).count(List.of(new ListKey("daily")));
        say("dry run for " + audience, Duration.between(started, Instant.now()));
    }

    private static Instant first(ConfigurableApplicationContext program, long edition) {
        return program.getBean(JdbcClient.class)
                .sql("select min(recorded_at) from delivery where edition_id = :edition")
                .param("edition", edition)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void run(String... words) {
        var out = new PrintWriter(System.out, true);
        var err = new PrintWriter(System.err, true);
        var status = new CommandLineEdge(KeepReading.class, settings, out, err).run(words);
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + status);
        }
    }

    private static String write(Path file, String content) throws IOException {
        return Files.writeString(file, content).toString();
    }

    private static void say(String what, Duration took) {
        System.out.printf("%s: %.1f s%n", what, took.toMillis() / 1e3);
    }

    private static double cpuSeconds() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    /** As Linux counts it. */
    private static long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
