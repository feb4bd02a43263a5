package org.keepreading.newsletter;

import static java.util.function.Function.identity;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.ListKey;
import org.keepreading.address.NewsletterKey;
import org.keepreading.address.SectionKey;
import org.keepreading.newsletter.Newsletter.SectionPlan;
import org.keepreading.newsletter.Newsletter.Sender;
import org.yaml.snakeyaml.nodes.Node;

/** Reads newsletter.yaml's nodes; what it returns counts only where no mistake was noted. */
final class NewsletterReader {
    private static final Map<String, String> FILE = examples(
            "key", "daily",
            "title", "The Harbour Daily",
            "language", "en",
            "zone", "Europe/Lisbon",
            "schedule", "\"0 0 7 ? * MON-FRI\"",
            "grace", "2h",
            "send-until", "\"10:00\"",
            "sender", "{name: The Harbour, address: daily@harbour.example}",
            "reply-to", "editors@harbour.example",
            "subject", "\"${lead.headline}\"",
            "template", "digest",
            "sections", "[{key: city, title: City, teasers: 3}]",
            "excerpt", "300",
            "minimum", "1",
            "maximum", "12",
            "latest", "5",
            "max-age", "3d",
            "lists", "[daily]",
            "postal-address", "\"1 Quay Street, Porto\"",
            "site-url", "https://harbour.example",
            "subscribe-url", "https://harbour.example/join",
            "look", "{logo: https://harbour.example/logo.png, accent: \"#a3291b\", type: serif}");
    private static final Map<String, String> SENDER =
            examples("name", "The Harbour", "address", "daily@harbour.example");
    private static final Map<String, String> SECTION =
            examples("key", "city", "title", "City", "teasers", "3", "excerpt", "300");
    private static final Map<String, String> LOOK =
            examples("logo", "https://harbour.example/logo.png", "accent", "\"#a3291b\"", "type", "serif");

    private static final NewsletterKey NO_KEY = new NewsletterKey("unknown");
    private static final SectionKey NO_SECTION = new SectionKey("unknown");
    private static final Sender NOBODY = new Sender("", Contact.kept(""));

    private final FileMistakes mistakes;
    private final Function<String, Contact> contacts;

    /** @param contacts reads an address */
    NewsletterReader(FileMistakes mistakes, Function<String, Contact> contacts) {
        this.mistakes = mistakes;
        this.contacts = contacts;
    }

    Newsletter read(@Nullable Node root) {
        if (root == null) {
            mistakes.at(1, "the file is empty. \"newsletters export\" shows what one looks like.");
            throw mistakes.all();
        }
        return newsletter(YamlMap.of(root, "A newsletter", FILE, mistakes).orElseThrow(mistakes::all));
    }

    private Newsletter newsletter(YamlMap file) {
        var newsletter = new Newsletter(
                file.required("key", NO_KEY, NewsletterKey::new),
                file.required("title", "", Value.line("A title", 200)),
                file.optional("language", Locale.ENGLISH, Value::language),
                file.required("zone", ZoneOffset.UTC, Value::zone),
                file.optional("schedule", Schedule::new),
                file.optional("grace", Duration.ofHours(2), Span::parse),
                file.optional("send-until", Value::time),
                sender(file),
                file.optional("reply-to", contacts),
                file.required("subject", "", Value.line("A subject", 1000)),
                file.optional("template", "digest", Value::template),
                sections(file),
                file.optional("excerpt", ExcerptLength::parse),
                file.optional("minimum", 1, Value.between(1, 1000)),
                file.optional("maximum", Value.between(1, 1000)),
                file.optional("latest", 5, Value.between(0, 100)),
                file.optional("max-age", Span::parse),
                lists(file),
                file.required("postal-address", "", Value::text),
                file.optional("site-url", Value::site),
                file.optional("subscribe-url", Value::site),
                look(file));
        checkMinimum(file, newsletter);
        return newsletter;
    }

    private Sender sender(YamlMap file) {
        return file.map("sender", SENDER)
                .map(sender -> new Sender(
                        sender.required("name", "", Value.line("A sender's name", 200)),
                        sender.required("address", NOBODY.contact(), contacts)))
                .orElse(NOBODY);
    }

    private List<SectionPlan> sections(YamlMap file) {
        return file.list("sections", this::section, SectionPlan::key);
    }

    private Optional<SectionPlan> section(Node item) {
        return YamlMap.of(item, "A section", SECTION, mistakes)
                .map(section -> new SectionPlan(
                        section.required("key", NO_SECTION, SectionKey::new),
                        section.required("title", "", Value.line("A section's title", 200)),
                        section.required("teasers", 1, Value.between(1, 100)),
                        section.optional("excerpt", ExcerptLength::parse)));
    }

    private List<ListKey> lists(YamlMap file) {
        return file.list("lists", item -> file.item(item, "lists", ListKey::new), identity());
    }

    private Look look(YamlMap file) {
        return file.optionalMap("look", LOOK).map(NewsletterReader::ofParts).orElse(Look.PLAIN);
    }

    private static Look ofParts(YamlMap look) {
        if (look.isEmpty("accent")) {
            look.mistake(
                    "accent",
                    "\"accent\" is empty, as YAML takes # for a comment. Write it in quotes, such as accent: \"#a3291b\"");
        }
        return new Look(
                look.optional("logo", Value::logo),
                look.optional("accent", Value::accent),
                look.optional("type", Value::type));
    }

    private void checkMinimum(YamlMap file, Newsletter newsletter) {
        var maximum = newsletter.maximum();
        if (maximum != null && newsletter.minimum() > maximum) {
            file.mistake(
                    "minimum",
                    "a minimum of %d is more than the maximum of %d, so nothing would ever be sent. Lower it."
                            .formatted(newsletter.minimum(), maximum));
        }
        var most = 1
                + newsletter.sections().stream().mapToInt(SectionPlan::teasers).sum();
        if (newsletter.minimum() > most) {
            file.mistake(
                    "minimum",
                    "a minimum of %d is more than the lead and the sections hold (%d), so nothing would ever be sent. Lower it."
                            .formatted(newsletter.minimum(), most));
        }
    }

    private static Map<String, String> examples(String... keysAndValues) {
        var examples = new LinkedHashMap<String, String>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            examples.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return examples;
    }
}
