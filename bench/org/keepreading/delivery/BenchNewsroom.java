package org.keepreading.delivery;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.keepreading.web.demo.SampleNewsroom;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sample newsroom, with a paragraph more in each story, so that a message has 60 KB, and new each time, so that there is one. */
final class BenchNewsroom {
    private final long run = Instant.now().toEpochMilli();
    private final SampleNewsroom sample =
            new SampleNewsroom(URI.create("https://run" + run + ".harbour.example"), Instant.now());
    private final Path folder;

    BenchNewsroom() throws IOException {
        folder = Files.createTempDirectory("keepreading-bench-");
    }

    String teasers() throws IOException {
        var teasers = (ArrayNode) new JsonMapper().readTree(sample.teasers());
        teasers.forEach(teaser -> change((ObjectNode) teaser));
        return write("teasers.json", teasers.toString());
    }

    /** The newsletter of that key, for the list of that name. */
    String newsletter(String key) throws IOException {
        var daily = sample.newsletter();
        return write(
                key + ".yaml", daily.replace("key: daily", "key: " + key).replace("lists: [daily]", "lists: [" + key + "]"));
    }

    private void change(ObjectNode teaser) {
        teaser.put("guid", teaser.path("guid").asString() + "-" + run);
        var excerpt = (ArrayNode) teaser.get("excerpt");
        excerpt.add(excerpt.get(0));
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
