package org.keepreading.edition;

import java.util.Map;
import java.util.Optional;

/**
 * A template as it was when the edition was frozen: what was previewed is what is sent.
 *
 * @param name the folder of templates/
 * @param files each file's name as seen from the folder, and what stands in it; {@code ../shared/} before those of all templates
 */
public record TemplateFiles(String name, Map<String, String> files) {
    public TemplateFiles {
        files = Map.copyOf(files);
    }

    /** Where the files lie that templates share, as seen from a template's folder. */
    static final String SHARED = "../shared/";

    /** Where a file stands, as mistakes in it are reported. */
    String path(String file) {
        return file.startsWith("../") ? "templates/" + file.substring(3) : "templates/" + name + "/" + file;
    }

    Optional<String> text(String file) {
        return Optional.ofNullable(files.get(file));
    }
}
