package org.keepreading.cli;

import org.keepreading.text.Laid;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers for scripts. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static Laid of(Object answer) {
        return Laid.json(MAPPER.writeValueAsString(answer));
    }
}
