package org.keepreading.delivery;

/** The words of the letter of 60 KB that all send. */
public final class Story {
    public static final String SUBJECT = "The new quay opens";
    public static final String SENDER = "daily@harbour.example";
    private static final String LINE =
            "The ferries run again, and the café on the quay has opened its doors = at last.\n";
    public static final String TEXT = LINE.repeat(160);
    public static final String HTML = ("<p style=\"margin:0\">" + LINE.strip() + "</p>\n").repeat(370);

    private Story() {}

    public static String address(int number) {
        return "reader" + number + "@example.org";
    }

    public static String link(String what, int number) {
        return "https://news.harbour.example/" + what + "/0123456789012345678901234567890123456789-" + number;
    }
}
