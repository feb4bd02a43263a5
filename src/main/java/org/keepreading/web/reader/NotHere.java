package org.keepreading.web.reader;

/** What the reader's link leads to is not there; the words say what to do. */
final class NotHere extends RuntimeException {
    private final String title;

    NotHere(String title, String sentence) {
        super(sentence);
        this.title = title;
    }

    static NotHere brokenLink() {
        return new NotHere(
                "This link is not complete",
                "Some mail programs break long links in two. Open the link in the mail again, or copy the whole of it, to"
                        + " its last letter.");
    }

    static NotHere newsletter() {
        return new NotHere("There is no such newsletter", "Perhaps the address lost a letter on its way here.");
    }

    static NotHere edition() {
        return new NotHere("There is no such edition", "Perhaps the address lost a letter on its way here.");
    }

    String title() {
        return title;
    }
}
