package org.keepreading.source;

/**
 * Where a feed is.
 *
 * @param value absolute, http or https
 */
public record FeedAddress(String value) {

    public FeedAddress {
        var given = value;
        value = LinkRepair.absolute("", given)
                .orElseThrow(
                        () -> new IllegalArgumentException(("\"%s\" is no address of a feed. It begins with https://"
                                        + " or http://, such as https://news.example.org/rss.xml.")
                                .formatted(given)));
    }

    @Override
    public String toString() {
        return value;
    }
}
