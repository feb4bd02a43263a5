package org.keepreading.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import org.keepreading.source.Rules;
import picocli.CommandLine.Option;

/** What the command line says of a source's entries beyond what is in them. */
final class RuleOptions {
    @Option(
            names = "--section",
            paramLabel = "KEY",
            description =
                    "The section of whatever maps to none (default: sections are made of the categories that come).")
    private @Nullable SectionKey section;

    @Option(
            names = "--map",
            paramLabel = "CATEGORY=KEY",
            description =
                    "The section of a category, where its name does not say so, such as \"Local news=city\"; may be repeated.")
    private Map<String, SectionKey> mapping = new LinkedHashMap<>();

    @Option(
            names = "--sponsor",
            paramLabel = "CATEGORY=NAME",
            description =
                    "Who paid for the teasers of a category, or for the one teaser of a guid, which are labelled so, such as"
                            + " \"Homes=Quay Estates\"; may be repeated.")
    private Map<String, String> sponsors = new LinkedHashMap<>();

    Rules rules() {
        return new Rules(mapping, section, sponsors);
    }
}
