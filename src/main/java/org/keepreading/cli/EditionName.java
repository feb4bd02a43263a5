package org.keepreading.cli;

import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;
import org.keepreading.newsletter.NewsletterKey;

/** How an edition is named on the command line: by its number, or by its newsletter, whose newest it then is: never one that is planned where another is there. */
record EditionName(String word) {

    Issue in(Editions editions) {
        return word.matches("\\d{1,18}") ? editions.get(Long.parseLong(word)) : newest(editions);
    }

    private Issue newest(Editions editions) {
        return editions.newest(new NewsletterKey(word))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Newsletter \"" + word + "\" has no edition yet. \"editions list\" shows those there are."));
    }
}
