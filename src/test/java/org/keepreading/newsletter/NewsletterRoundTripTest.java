package org.keepreading.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.address.SectionKey;
import org.keepreading.newsletter.Newsletter.SectionPlan;
import org.keepreading.newsletter.Newsletter.Sender;

/** A newsletter that is written and read again is the same. */
class NewsletterRoundTripTest {
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @RepeatedTest(300)
    void readsWhatItWroteAsTheSameNewsletter() {
        var newsletter = newsletter();

        var yaml = NewsletterFile.write(newsletter);

        assertThat(NewsletterFile.parse("any.yaml", yaml))
                .as("seed %d:%n%s", seed, yaml)
                .isEqualTo(newsletter);
    }

    private Newsletter newsletter() {
        var sections = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> new SectionPlan(
                        new SectionKey(key() + i), words(), 1 + random.nextInt(9), perhaps(this::excerpt)))
                .toList();
        return new Newsletter(
                new NewsletterKey(key()),
                words(),
                Locale.forLanguageTag(oneOf("en", "pt-BR", "zh-Hant-TW", "de-CH-1901", "gsw", "ar", "he")),
                ZoneId.of(oneOf(ZoneId.getAvailableZoneIds().toArray(String[]::new))),
                perhaps(() ->
                        new Schedule(oneOf("0 0 7 ? * MON-FRI", "30 15 6,18 1,15 * ?", "0 0/20 * * * ? 2026-2030"))),
                duration(),
                perhaps(() -> LocalTime.ofSecondOfDay(random.nextInt(86_400))),
                new Sender(words(), address()),
                perhaps(this::address),
                oneOf("${lead.headline}", "<#if lead??>#1: ${lead.headline}</#if>", words()),
                oneOf("digest", "my_digest-2"),
                sections,
                perhaps(this::excerpt),
                1,
                perhaps(() -> 1 + random.nextInt(20)),
                random.nextInt(20),
                perhaps(this::duration),
                IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(i -> new ListKey(key() + i))
                        .toList(),
                words(),
                perhaps(() -> URI.create(oneOf("https://harbour.example", "http://[::1]:8080/a?b=c&d=%20#e"))),
                perhaps(() -> URI.create("https://harbour.example/join?from=mail")),
                new Look(
                        perhaps(() -> URI.create("https://harbour.example/logo.png")),
                        perhaps(() -> new Colour(random.nextInt(0x1000000)).darkenedFor(Look.LIGHT)),
                        perhaps(() -> random.nextBoolean() ? Look.Type.SERIF : Look.Type.SANS)));
    }

    private ExcerptLength excerpt() {
        return random.nextBoolean() ? ExcerptLength.NONE : new ExcerptLength(40 + random.nextInt(5000));
    }

    /** Words of one line, of what YAML has a meaning for, and of what is rarely seen. */
    private String words() {
        var text = new StringBuilder(oneOf("The", "yes", "null", "~", "1e3", "12:30", "0x1F", "2026-03-02", "é", "日本"));
        for (var i = random.nextInt(6); i > 0; i--) {
            text.append(oneOf(
                    " ",
                    ": ",
                    " #",
                    "'",
                    "\"",
                    "\\",
                    "\\n",
                    "- ",
                    "? ",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    "&a",
                    "*a",
                    "!t",
                    "|",
                    ">",
                    "%",
                    "@",
                    "`",
                    "\u00a0",
                    "\u200d",
                    "\u202e",
                    "😀",
                    "a",
                    "Ω",
                    "x".repeat(30)));
        }
        return text.toString().strip();
    }

    private String key() {
        return oneOf("daily", "no", "off", "1", "007", "a-b", "null", "1e3");
    }

    private Contact address() {
        return Contact.of(oneOf("daily@harbour.example", "o'neill+x@harbour.example", "u@bücher.example"));
    }

    private Duration duration() {
        return Duration.ofSeconds(
                random.nextInt(1000) * (long) List.of(1, 60, 3600, 86_400).get(random.nextInt(4)));
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T perhaps(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
