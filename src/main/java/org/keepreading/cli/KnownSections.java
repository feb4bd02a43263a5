package org.keepreading.cli;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.keepreading.newsletter.Closest;
import org.keepreading.subscriber.SubscriberEntry;
import org.keepreading.teaser.Sections;

/** The sections that newsletters and teasers have: what a subscriber may choose. */
record KnownSections(Set<String> keys) implements Consumer<SubscriberEntry> {

    static KnownSections of(Sections sections) {
        return new KnownSections(
                sections.all().stream().map(section -> section.key().value()).collect(Collectors.toSet()));
    }

    /** @throws IllegalArgumentException that names a section which there is not, and the nearest that there is */
    @Override
    public void accept(SubscriberEntry entry) {
        entry.sections().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("No newsletter and no teaser has a section \"" + key + "\"."
                    + Closest.to(key, keys)
                            .map(near -> " Did you mean \"" + near + "\"?")
                            .orElse("")
                    + " Add --new-sections to take it as it is.");
        });
    }
}
