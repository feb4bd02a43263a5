package org.keepreading.source;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.keepreading.source.Feed.Read;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The values of a JSON array, read one by one as entries: a tree is made of each, never of all. */
final class JsonValues implements Iterator<Read> {
    /** How many names, values and brackets a value may have: each takes some 60 bytes of a tree. */
    private static final int TOKENS = 20_000;

    private static final String TOO_LARGE = "has more than %,d names and values.".formatted(TOKENS);

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String text;
    private final JsonParser parser;
    private final BiFunction<String, JsonNode, Read> reading;
    private int number;

    /**
     * @param parser at the array's beginning
     * @param reading makes an entry of its place, such as "entry 3", and a value
     */
    JsonValues(String text, JsonParser parser, BiFunction<String, JsonNode, Read> reading) {
        this.text = text;
        this.parser = parser;
        this.reading = reading;
        parser.nextToken();
    }

    static JsonParser parser(String text) {
        return JSON.createParser(text);
    }

    @Override
    public boolean hasNext() {
        return parser.currentToken() != JsonToken.END_ARRAY;
    }

    @Override
    public Read next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        number++;
        var place = "entry " + number;
        var read = read(text, parser)
                .map(value -> reading.apply(place, value))
                .orElseGet(() -> new Read.Left(new Refusal(place, TOO_LARGE)));
        parser.nextToken();
        return read;
    }

    /** The value at which the parser is, which is at its end afterwards; empty where it is larger than any entry. */
    static Optional<JsonNode> read(String text, JsonParser parser) {
        if (!parser.currentToken().isStructStart()) {
            return Optional.of(JSON.readTree(parser));
        }
        var start = (int) parser.currentTokenLocation().getCharOffset();
        var isSmall = skip(parser) <= TOKENS;
        var end = (int) parser.currentLocation().getCharOffset();
        return isSmall ? Optional.of(JSON.readTree(text.substring(start, end))) : Optional.empty();
    }

    /** @return how many tokens that were */
    private static int skip(JsonParser parser) {
        var tokens = 1;
        for (var depth = 1; depth > 0; tokens++) {
            var token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return tokens;
    }
}
