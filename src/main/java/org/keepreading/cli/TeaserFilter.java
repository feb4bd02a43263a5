package org.keepreading.cli;

import org.jspecify.annotations.Nullable;
import org.keepreading.address.SectionKey;
import org.keepreading.source.SourceKey;
import org.keepreading.teaser.Wanted;
import picocli.CommandLine.Option;

/** Which teasers a command is about. */
final class TeaserFilter {
    @Option(names = "--section", paramLabel = "KEY", description = "Only this section's.")
    private @Nullable SectionKey section;

    @Option(names = "--source", paramLabel = "KEY", description = "Only this source's.")
    private @Nullable SourceKey source;

    Wanted most(int teasers) {
        return new Wanted(section, source == null ? null : source.value(), teasers);
    }
}
