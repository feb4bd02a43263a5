package org.keepreading.newsletter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.ListKey;
import org.keepreading.newsletter.Newsletter.SectionPlan;
import org.keepreading.newsletter.Newsletter.Sender;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes newsletter.yaml in its canonical form: one newsletter, one text. */
final class NewsletterWriter {
    private NewsletterWriter() {}

    static String write(Newsletter newsletter) {
        var file = new LinkedHashMap<String, Object>();
        file.put("key", newsletter.key().value());
        file.put("title", newsletter.title());
        file.put("language", newsletter.language().toLanguageTag());
        file.put("zone", newsletter.zone().getId());
        putIfThere(
                file,
                "schedule",
                newsletter.schedule() == null ? null : newsletter.schedule().cron());
        file.put("grace", new Span(newsletter.grace()).toString());
        putIfThere(file, "send-until", text(newsletter.sendUntil()));
        file.put("sender", sender(newsletter.sender()));
        putIfThere(
                file,
                "reply-to",
                newsletter.replyTo() == null ? null : newsletter.replyTo().written());
        file.put("subject", newsletter.subject());
        file.put("template", newsletter.template());
        file.put(
                "sections",
                newsletter.sections().stream().map(NewsletterWriter::section).toList());
        putIfThere(file, "excerpt", word(newsletter.excerpt()));
        file.put("minimum", newsletter.minimum());
        putIfThere(file, "maximum", newsletter.maximum());
        file.put("latest", newsletter.latest());
        putIfThere(file, "max-age", newsletter.maxAge() == null ? null : new Span(newsletter.maxAge()).toString());
        file.put("lists", newsletter.lists().stream().map(ListKey::value).toList());
        file.put("postal-address", newsletter.postalAddress());
        putIfThere(file, "site-url", text(newsletter.siteUrl()));
        putIfThere(file, "subscribe-url", text(newsletter.subscribeUrl()));
        putIfThere(file, "look", look(newsletter.look()));
        return new Yaml(options()).dump(file);
    }

    private static void putIfThere(Map<String, Object> file, String key, @Nullable Object value) {
        if (value != null) {
            file.put(key, value);
        }
    }

    private static Map<String, Object> sender(Sender sender) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", sender.name());
        map.put("address", sender.contact().written());
        return map;
    }

    private static Map<String, Object> section(SectionPlan plan) {
        var map = new LinkedHashMap<String, Object>();
        map.put("key", plan.key().value());
        map.put("title", plan.title());
        map.put("teasers", plan.teasers());
        putIfThere(map, "excerpt", word(plan.excerpt()));
        return map;
    }

    private static @Nullable Object word(@Nullable ExcerptLength length) {
        return length == null || length.equals(ExcerptLength.NONE) ? text(length) : length.letters();
    }

    private static @Nullable Map<String, Object> look(Look look) {
        var map = new LinkedHashMap<String, Object>();
        putIfThere(map, "logo", text(look.logo()));
        putIfThere(map, "accent", text(look.accent()));
        putIfThere(map, "type", text(look.type()));
        return map.isEmpty() ? null : map;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static DumperOptions options() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
        options.setSplitLines(false);
        options.setWidth(1000);
        options.setIndent(4);
        options.setIndicatorIndent(2);
        return options;
    }
}
