package org.keepreading.edition;

import java.util.List;
import java.util.Optional;

/**
 * What the picker chose for a slot.
 *
 * @param edition not frozen yet: its id is 0
 * @param candidates the picked ones first, in the edition's order
 */
public record Selection(Edition edition, List<Candidate> candidates) {
    public Selection {
        candidates = List.copyOf(candidates);
    }

    /** Why nothing is to be sent; empty where there is enough to read. */
    public Optional<String> tooFew() {
        var stories = edition.stories();
        var minimum = edition.newsletter().minimum();
        return stories >= minimum
                ? Optional.empty()
                : Optional.of("%s, and the newsletter's minimum is %d".formatted(found(stories), minimum));
    }

    public boolean isTooFew() {
        return tooFew().isPresent();
    }

    private static String found(int stories) {
        return switch (stories) {
            case 0 -> "no new story";
            case 1 -> "only one new story";
            default -> "only " + stories + " new stories";
        };
    }
}
