package org.keepreading.cli;

import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Editions;
import org.keepreading.edition.Issue;

/** How an edition is named on the command line: by its number, or by its newsletter, whose newest it then is: never one that is planned where another is there. */
record EditionName(String word) {

    static EditionName of(String word) {
        try {
            return new EditionName(isNumber(word) ? word : new NewsletterKey(word).value());
        } catch (IllegalArgumentException neither) {
            throw new IllegalArgumentException(
                    "\"" + word
                            + "\" is no edition. Write its number, such as 17, or its newsletter's key, such as \"daily\", for the newest.",
                    neither);
        }
    }

    private static boolean isNumber(String word) {
        return word.matches("[0-9]{1,18}");
    }

    Issue in(Editions editions) {
        return isNumber(word) ? editions.get(Long.parseLong(word)) : newest(editions);
    }

    private Issue newest(Editions editions) {
        return editions.newest(new NewsletterKey(word))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Newsletter \"" + word + "\" has no edition yet. \"editions list\" shows those there are."));
    }
}
