package org.keepreading.move;

/** Where a database is, and how to get in. */
public record Login(String url, String user, String password) {

    /** Without what stands behind the question mark: that may be a password. */
    String place() {
        return place(url);
    }

    static String place(String url) {
        return url.replaceFirst("[?;].*", "");
    }
}
