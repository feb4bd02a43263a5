package org.keepreading.edition;

import java.util.Map;

/**
 * A template as it was when the edition was frozen: what was previewed is what is sent.
 *
 * @param name the folder of templates/
 * @param files each file's name within the folder, and what stands in it
 */
public record TemplateFiles(String name, Map<String, String> files) {
    public TemplateFiles {
        files = Map.copyOf(files);
    }

    /** Where a file stands, as mistakes in it are reported. */
    String path(String file) {
        return "templates/" + name + "/" + file;
    }
}
