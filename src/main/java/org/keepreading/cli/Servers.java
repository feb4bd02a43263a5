package org.keepreading.cli;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.util.List;
import org.keepreading.node.Node;
import org.keepreading.node.Nodes;
import org.springframework.context.ApplicationContext;

/** The servers that publish and send what is due, by their signs of life: who goes on when a command has ended. */
record Servers(List<String> names) {

    static Servers atWork(ApplicationContext app) {
        var now = app.getBean(Clock.class).instant();
        return new Servers(app.getBean(Nodes.class).all().stream()
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
