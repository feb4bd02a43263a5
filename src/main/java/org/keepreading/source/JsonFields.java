package org.keepreading.source;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One object of teasers.json. */
record JsonFields(JsonNode teaser) implements TeaserFields {

    static JsonFields of(JsonNode teaser) {
        return new JsonFields(teaser);
    }

    @Override
    public Optional<String> field(String name) {
        return text(teaser.at("/" + name.replace('.', '/')));
    }

    @Override
    public List<String> excerpt() {
        var excerpt = teaser.path("excerpt");
        return excerpt.isArray()
                ? excerpt.valueStream()
                        .flatMap(paragraph -> text(paragraph).stream())
                        .toList()
                : text(excerpt).stream().toList();
    }

    static Optional<String> text(JsonNode value) {
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }
}
