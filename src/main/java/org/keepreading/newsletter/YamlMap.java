package org.keepreading.newsletter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file: hands out its values, and notes each mistake with its line. A value that is missing or wrong is
 * replaced by the given one, so that reading goes on to the next mistake.
 */
final class YamlMap {
    private final Node node;
    private final Map<String, String> examples;
    private final FileMistakes mistakes;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> empty = new LinkedHashMap<>();

    private YamlMap(Node node, Map<String, String> examples, FileMistakes mistakes) {
        this.node = node;
        this.examples = examples;
        this.mistakes = mistakes;
    }

    /**
     * @param what what the mapping is, in words
     * @param examples the keys that it may have, and for each how it could be written
     */
    static Optional<YamlMap> of(Node node, String what, Map<String, String> examples, FileMistakes mistakes) {
        if (!(node instanceof MappingNode mapping)) {
            mistakes.at(node, what + " is written as keys and values. Write for instance " + inOneLine(examples) + ".");
            return Optional.empty();
        }
        var map = new YamlMap(node, examples, mistakes);
        mapping.getValue().forEach(entry -> map.take(entry.getKeyNode(), entry.getValueNode()));
        return Optional.of(map);
    }

    <T> T required(String key, T instead, Function<String, T> reader) {
        if (!values.containsKey(key)) {
            missing(key);
        }
        return optional(key, instead, reader);
    }

    <T> T optional(String key, T otherwise, Function<String, T> reader) {
        var value = optional(key, reader);
        return value == null ? otherwise : value;
    }

    <T> @Nullable T optional(String key, Function<String, T> reader) {
        var value = values.get(key);
        return value == null ? null : scalar(value, key, reader);
    }

    Optional<YamlMap> map(String key, Map<String, String> known) {
        if (!values.containsKey(key)) {
            missing(key);
        }
        return optionalMap(key, known);
    }

    Optional<YamlMap> optionalMap(String key, Map<String, String> known) {
        return Optional.ofNullable(values.get(key)).flatMap(value -> of(value, "\"" + key + "\"", known, mistakes));
    }

    /** Whether the key is there without a value. */
    boolean isEmpty(String key) {
        return empty.containsKey(key);
    }

    /** A list with at least one item, no two of which say the same. */
    <T> List<T> list(String key, Function<Node, Optional<T>> reader, Function<T, ?> identity) {
        var value = values.get(key);
        if (value == null) {
            missing(key);
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            mistakes.at(value, "\"" + key + "\" is a list of at least one. " + example(key));
            return List.of();
        }
        var items = new LinkedHashMap<Object, T>();
        sequence.getValue()
                .forEach(item -> reader.apply(item).ifPresent(read -> {
                    if (items.putIfAbsent(identity.apply(read), read) != null) {
                        mistakes.at(
                                item,
                                "\"" + identity.apply(read) + "\" is in \"" + key + "\" twice. Keep one of them.");
                    }
                }));
        return List.copyOf(items.values());
    }

    <T> Optional<T> item(Node item, String key, Function<String, T> reader) {
        return Optional.ofNullable(scalar(item, key, reader));
    }

    void mistake(String key, String reason) {
        mistakes.at(values.getOrDefault(key, empty.getOrDefault(key, node)), reason);
    }

    private void take(Node keyNode, Node value) {
        var key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!examples.containsKey(key)) {
            mistakes.at(keyNode, "\"" + key + "\" is no key that we know. " + suggestion(key));
        } else if (values.containsKey(key)) {
            mistakes.at(keyNode, "\"" + key + "\" is there twice. Keep one of them.");
        } else {
            (value.getTag().equals(Tag.NULL) ? empty : values).put(key, value);
        }
    }

    private String suggestion(String key) {
        return Closest.to(key, examples.keySet())
                .map(known -> "Do you mean \"" + known + "\"?")
                .orElse("There are: " + String.join(", ", examples.keySet()) + ".");
    }

    private void missing(String key) {
        mistakes.at(node, "\"" + key + "\" is missing or empty. " + example(key));
    }

    private String example(String key) {
        return "Write for instance " + key + ": " + examples.get(key);
    }

    private <T> @Nullable T scalar(Node value, String key, Function<String, T> reader) {
        if (!(value instanceof ScalarNode scalar)) {
            mistakes.at(value, "\"" + key + "\" takes one value here, no list and no keys. " + example(key));
            return null;
        }
        try {
            return reader.apply(scalar.getValue());
        } catch (IllegalArgumentException e) {
            mistakes.at(value, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static String inOneLine(Map<String, String> examples) {
        var line = new StringBuilder("{");
        examples.forEach((key, example) -> line.append(line.length() == 1 ? "" : ", ")
                .append(key)
                .append(": ")
                .append(example));
        return line.append("}").toString();
    }
}
