package org.keepreading.source;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import org.keepreading.teaser.Author;
import org.keepreading.teaser.Image;
import org.keepreading.teaser.Section;
import org.keepreading.teaser.Teaser;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes teasers.json, which {@code import} reads. */
public final class TeasersFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TeasersFile() {}

    /** @param sections whose titles are written beside the teasers' keys */
    public static String write(List<Teaser> teasers, List<Section> sections) {
        var titles = sections.stream().collect(Collectors.toMap(Section::key, Section::title));
        return JSON.writeValueAsString(
                teasers.stream().map(teaser -> fields(teaser, titles)).toList());
    }

    private static Map<String, @Nullable Object> fields(Teaser teaser, Map<SectionKey, String> titles) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("guid", teaser.guid());
        fields.put("section", teaser.section().value());
        fields.put("sectionTitle", titles.get(teaser.section()));
        fields.put("headline", teaser.headline());
        fields.put("dek", teaser.dek());
        fields.put("url", teaser.url().value());
        fields.put("image", teaser.image() == null ? null : fields(teaser.image()));
        fields.put("excerpt", teaser.excerpt());
        fields.put("author", teaser.author() == null ? null : fields(teaser.author()));
        fields.put(
                "publishedAt",
                teaser.publishedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        fields.put("sponsor", teaser.sponsor());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Image image) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("url", image.url());
        fields.put("alt", image.alt());
        fields.put("caption", image.caption());
        fields.put("credit", image.credit());
        fields.put("width", image.width());
        fields.put("height", image.height());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Author author) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", author.name());
        fields.put("bio", author.bio());
        fields.put("email", author.email());
        fields.put("handle", author.handle());
        return fields;
    }
}
