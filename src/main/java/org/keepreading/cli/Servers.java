package org.keepreading.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.keepreading.node.Node;

/** The servers that publish and send what is due, by their signs of life: who goes on when a command has ended. */
record Servers(List<String> names) {

    static Servers atWork(App app) {
        var now = app.clock().instant();
        return new Servers(app.nodes().all().stream()
                .filter(node -> node.isServer() && !node.isSilent(now))
                .map(Node::name)
                .toList());
    }

    boolean areNone() {
        return names.isEmpty();
    }

    /** Such as {@code the server "a"}. */
    @Override
    public String toString() {
        var quoted = names.stream().map(name -> "\"" + name + "\"").collect(joining(" or "));
        return names.size() == 1 ? "the server " + quoted : "one of the servers " + quoted;
    }
}
