package org.keepreading.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The folders of templates/: one in the home wins, whole, over the one of the same name in the jar. What all templates
 * share lies in templates/shared; of that each file in the home wins by itself.
 */
@Component
public class Templates {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final String SHARED = "shared";
    private static final Pattern PART = Pattern.compile(".+\\.(ftlh|ftl|css|properties)");

    private final Path folder;

    public Templates(EditionSettings settings) {
        this.folder = settings.templates();
    }

    /** What stands in a template's folder now; throws {@link TemplateProblem} where there is none. */
    public TemplateFiles load(String name) {
        var files = NAME.matcher(name).matches() ? files(name) : Map.<String, String>of();
        if (files.isEmpty()) {
            throw new TemplateProblem(
                    "templates/" + name,
                    null,
                    "there is no such template. Copy the folder templates/digest and give the copy this name, of lower-case letters, digits and hyphens.");
        }
        return new TemplateFiles(name, withShared(files));
    }

    private Map<String, String> withShared(Map<String, String> files) {
        var all = new TreeMap<>(files);
        shared().forEach((file, text) -> all.put(TemplateFiles.SHARED + file, text));
        return all;
    }

    private Map<String, String> shared() {
        try {
            var files = new TreeMap<>(ofJar(SHARED));
            var own = folder.resolve(SHARED);
            if (Files.isDirectory(own)) {
                files.putAll(ofFolder(SHARED, own));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("templates/" + SHARED + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Map<String, String> files(String name) {
        try {
            var own = folder.resolve(name);
            return Files.isDirectory(own) ? ofFolder(name, own) : ofJar(name);
        } catch (IOException e) {
            throw new UncheckedIOException("templates/" + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> ofFolder(String name, Path own) throws IOException {
        var files = new TreeMap<String, String>();
        for (var path : parts(own)) {
            var file = path.getFileName().toString();
            files.put(file, text(name, file, Files.readAllBytes(path)));
        }
        return files;
    }

    private static List<Path> parts(Path own) throws IOException {
        try (Stream<Path> all = Files.list(own)) {
            return all.filter(
                            path -> PART.matcher(path.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static Map<String, String> ofJar(String name) throws IOException {
        var files = new TreeMap<String, String>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:templates/" + name + "/*")) {
            var file = resource.getFilename();
            if (file != null && PART.matcher(file).matches()) {
                files.put(file, text(name, file, resource.getContentAsByteArray()));
            }
        }
        return files;
    }

    private static String text(String name, String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new TemplateProblem("templates/" + name + "/" + file, null, "is not UTF-8. Save it as UTF-8.");
        }
    }
}
