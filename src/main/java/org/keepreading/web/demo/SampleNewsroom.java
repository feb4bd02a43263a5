package org.keepreading.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Harbour, the newspaper of a town that is on no map: files as a real newsroom would bring them.
 *
 * <p>In the program's own file a teaser is published so long before {@code now} ({@code -PT5H}), and what it links to is
 * a path; here both become absolute.
 */
public final class SampleNewsroom {
    private static final JsonMapper JSON = new JsonMapper();

    private final URI site;
    private final Instant now;

    /** @param site where this program answers: the sample's pictures and articles are its own */
    public SampleNewsroom(URI site, Instant now) {
        this.site = site;
        this.now = now;
    }

    /** Thirty teasers in five sections, as teasers.json; one is paid for, one is published later than now. */
    public String teasers() {
        var teasers = read();
        teasers.forEach(teaser -> makeAbsolute((ObjectNode) teaser));
        return teasers.toPrettyString();
    }

    /** The Harbour Daily, as newsletter.yaml. */
    public String newsletter() {
        return file("newsletter.yaml");
    }

    /** A dozen readers, as subscribers.csv. */
    public String subscribers() {
        return file("subscribers.csv");
    }

    static Optional<Map<String, Object>> article(String guid) {
        return read().valueStream()
                .filter(teaser -> teaser.path("guid").asString().equals(guid))
                .map(teaser -> JSON.convertValue(teaser, new TypeReference<Map<String, Object>>() {}))
                .findFirst();
    }

    private void makeAbsolute(ObjectNode teaser) {
        var published = Duration.parse(teaser.path("publishedAt").asString());
        teaser.put("publishedAt", now.plus(published).toString());
        link(teaser);
        if (teaser.get("image") instanceof ObjectNode image) {
            link(image);
        }
    }

    private void link(ObjectNode node) {
        node.put("url", site.resolve(node.path("url").asString()).toString());
    }

    private static ArrayNode read() {
        return (ArrayNode) JSON.readTree(file("teasers.json"));
    }

    private static String file(String name) {
        try {
            return new ClassPathResource("demo/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
