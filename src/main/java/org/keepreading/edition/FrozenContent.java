package org.keepreading.edition;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import org.keepreading.edition.Edition.Lead;
import org.keepreading.edition.Edition.SetSection;
import org.keepreading.teaser.ArticleUrl;
import org.keepreading.teaser.Teaser;
import tools.jackson.databind.json.JsonMapper;

/** An edition's teasers with all their text, as JSON: what the store keeps, whatever becomes of the teasers. */
record FrozenContent(@Nullable Lead lead, List<SetSection> sections, List<Teaser> latest) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(NONE))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(NON_NULL))
            .addMixIn(SectionKey.class, OneWord.class)
            .addMixIn(ArticleUrl.class, OneWord.class)
            .build();

    static String write(Edition edition) {
        return JSON.writeValueAsString(new FrozenContent(edition.lead(), edition.sections(), edition.latest()));
    }

    static FrozenContent read(String json) {
        return JSON.readValue(json, FrozenContent.class);
    }

    /** A record of one text is that text in JSON, too. */
    private abstract static class OneWord {
        @JsonCreator
        OneWord(@SuppressWarnings("unused") String value) {}

        @JsonValue
        abstract String value();
    }
}
