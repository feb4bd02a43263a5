package org.keepreading.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.keepreading.KeepReading;
import org.keepreading.cli.CommandLineEdge;
import org.keepreading.edition.Cause;
import org.keepreading.edition.EditionStatus;
import org.keepreading.edition.Editions;
import org.keepreading.address.NewsletterKey;
import org.keepreading.publishing.Publication;
import org.keepreading.publishing.Publisher;
import org.keepreading.address.ListKey;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.keepreading.letter.Proofs;
import org.keepreading.letter.Reader;
import org.keepreading.relay.RelayVisits;
import org.keepreading.letter.Selector;
import org.keepreading.letter.SigningDomain;
import org.keepreading.letter.SigningKeys;

/** Publishes the sample newsroom's digest to all subscribers of a database, by the real way: see bench/README.md. */
final class SendBench implements AutoCloseable {
    private static final SigningDomain DOMAIN = new SigningDomain("harbour.example");
    private static final NewsletterKey DAILY = new NewsletterKey("daily");
    private static final NewsletterKey EARLY = new NewsletterKey("early");
    private static final long OFTEN = 5;
    private static final long NOW_AND_THEN = 50;
    private final ConfigurableApplicationContext program;

    private SendBench(ConfigurableApplicationContext program) {
        this.program = program;
    }

    /** @param words NAME URL USER PORT CONNECTIONS [--signed] [--warm-up] */
    public static void main(String... words) throws Exception {
        var flags = List.of(words).subList(5, words.length);
        var settings = List.of(
                "spring.datasource.url=" + words[1],
                "spring.datasource.username=" + words[2],
                "spring.datasource.password=" + MakeSubscribers.PASSWORD,
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + words[3],
                "keepreading.delivery.connections=" + words[4],
                "spring.quartz.auto-startup=false", // else it may publish a slot of its own meanwhile
                "logging.level.org.keepreading=warn");
        bringTeasersIn(settings);
        try (var bench = new SendBench(program(settings))) {
            bench.checkRelay();
            bench.sign(flags.contains("--signed"));
            bench.dryRun();
            bench.program.getBean(Senders.class).start();
            if (flags.contains("--warm-up")) {
                bench.publish(EARLY);
            }
            bench.measure(words[0], Integer.parseInt(words[4]));
        }
    }

    private static void bringTeasersIn(List<String> settings) throws IOException {
        var newsroom = new BenchNewsroom();
        run(settings, "import", newsroom.teasers(), "--source", "bench");
        run(settings, "newsletters", "apply", newsroom.newsletter("daily"));
        run(settings, "newsletters", "apply", newsroom.newsletter("early"));
    }

    private static void run(List<String> settings, String... words) {
        var err = new PrintWriter(System.err, true, UTF_8);
        var status = new CommandLineEdge(KeepReading.class, settings, err, err).run(words);
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + status);
        }
    }

    private static ConfigurableApplicationContext program(List<String> settings) {
        return new SpringApplicationBuilder(KeepReading.class)
                .bannerMode(Banner.Mode.OFF)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    /** Else it would wait for the relay, as a server does. */
    private void checkRelay() {
        var troubles = program.getBean(RelayVisits.class).all().stream()
                .flatMap(seen -> seen.trouble().stream())
                .toList();
        if (!troubles.isEmpty()) {
            throw new IllegalStateException(String.join("\n", troubles));
        }
    }

    private void sign(boolean signed) {
        var keys = program.getBean(SigningKeys.class);
        keys.stop(DOMAIN);
        if (signed) {
            keys.use(keys.createForRsaAlone(DOMAIN, new Selector("bench-" + Instant.now().toEpochMilli())));
        }
    }

    /** What {@code send --dry-run} asks. */
    private void dryRun() {
        var watch = new Stopwatch();
        program.getBean(Publisher.class).proof(DAILY, Instant.now());
        var audience = program.getBean(Audiences.class).count(List.of(new ListKey("daily")));
        say("dry run for " + audience, watch.time());
    }

    private void measure(String name, int connections) throws InterruptedException {
        var bytes = messageSize();
        var watch = new Stopwatch();
        var edition = publish(DAILY);
        watch.row(name, connections, program.getBean(Deliveries.class).progress(edition).sent(), bytes);
    }

    private int messageSize() {
        var proof = program.getBean(Publisher.class).proof(DAILY, Instant.now());
        return program.getBean(Proofs.class)
                .copy(proof.selection().edition(), Objects.requireNonNull(proof.variant()), new Reader(1_000, "reader1000@example.org", "Reader 1000", null, List.of()))
                .message()
                .length();
    }

    /** Returns when all is sent, by senders that are at work already. */
    private long publish(NewsletterKey newsletter) throws InterruptedException {
        var watch = new Stopwatch();
        var publication = program.getBean(Publisher.class).publish(newsletter, Instant.now(), Cause.HAND);
        if (!(publication instanceof Publication.Queued queued)) {
            throw new IllegalStateException(publication.toString());
        }
        var edition = queued.issue().id();
        say(newsletter + " frozen and queued", watch.time());
        while (isSending(edition) && !hasOutcome(edition)) {
            Thread.sleep(OFTEN);
        }
        say("first message confirmed", watch.time());
        while (isSending(edition)) {
            Thread.sleep(NOW_AND_THEN);
        }
        say(program.getBean(Deliveries.class).progress(edition).toString(), watch.time());
        return edition;
    }

    private boolean isSending(long edition) {
        return program.getBean(Editions.class).get(edition).status() == EditionStatus.SENDING;
    }

    private boolean hasOutcome(long edition) {
        return program.getBean(JdbcClient.class)
                .sql("select exists (select 1 from delivery where edition_id = :edition)")
                .param("edition", edition)
                .query(Boolean.class)
                .single();
    }

    private static void say(String what, Duration took) {
        System.err.printf("%s: %.2f s%n", what, took.toMillis() / 1e3);
    }

    @Override
    public void close() {
        System.err.printf("peak: %,d MB resident%n", Stopwatch.peakOf("self"));
        program.close();
    }
}
