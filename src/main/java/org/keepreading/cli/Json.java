package org.keepreading.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.keepreading.text.Laid;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Answers for scripts. Instants are ISO 8601 in UTC, to the second: {@code 2026-03-02T07:00:00Z}, as jq reads them too. */
final class Json {
    static final String FOR_A_SCRIPT = "The answer for a script.";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule().addSerializer(new ToTheSecond()))
            .build();

    private Json() {}

    static Laid of(Object answer) {
        return Laid.json(MAPPER.writeValueAsString(answer));
    }

    private static final class ToTheSecond extends StdSerializer<Instant> {
        ToTheSecond() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(instant.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }
}
