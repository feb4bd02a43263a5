package org.keepreading.source;

import java.util.List;

/**
 * Where an entry of RSS or Atom may say a thing, as paths of "family:local" names: its own format's elements first, then other
 * formats', each list from the best to the last resort. Every format may use any of them.
 */
final class EntryFields {
    static final List<String> GUID =
            List.of("rss:guid", "atom:id", "rss:id", "atom:guid", "dc:identifier", "dcterms:identifier");

    static final List<String> HEADLINE = List.of(
            "rss:title",
            "atom:title",
            "dc:title",
            "dcterms:title",
            "media:title",
            "media:group/media:title",
            "media:content/media:title",
            "media:group/media:content/media:title",
            "itunes:title");

    static final List<String> DEK = List.of(
            "rss:description",
            "atom:summary",
            "dc:description",
            "dcterms:abstract",
            "dcterms:description",
            "atom:description",
            "rss:abstract",
            "rss:summary",
            "atom:tagline",
            "itunes:summary",
            "googleplay:description",
            "itunes:subtitle",
            "media:description",
            "media:group/media:description");

    static final List<String> CONTENT = List.of(
            "content:encoded",
            "atom:content",
            "xhtml:body",
            "rss:body",
            "xhtml:div",
            "content:items/rdf:bag/rdf:li/content:item/rdf:value",
            "rss:content",
            "rss:fullitem");

    /** The first of these that anybody is named in. */
    static final List<String> AUTHOR = List.of(
            "dc:creator",
            "rss:author",
            "atom:author",
            "dc:author",
            "dcterms:creator",
            "itunes:author",
            "googleplay:author",
            "dc:contributor",
            "atom:source/atom:author");

    /** Those that a channel's entries share (RFC 4287, section 4.2.1). */
    static final List<String> CHANNEL_AUTHOR =
            List.of("atom:author", "dc:creator", "dc:author", "dcterms:creator", "itunes:author", "googleplay:author");

    static final List<String> CATEGORY = List.of(
            "rss:category",
            "atom:category",
            "dc:subject",
            "dcterms:subject",
            "itunes:category",
            "itunes:category/itunes:category",
            "media:category",
            "media:group/media:category");

    /** Those of publication first, of whatever family. */
    static final List<String> DATE = List.of(
            "pubdate",
            "date",
            "published",
            "issued",
            "created",
            "available",
            "publicationdate",
            "publishdate",
            "publisheddate",
            "coverdate",
            "updated",
            "modified",
            "lastmod");

    /** What is there to be seen where there is no page about it: a page that plays it, else the film itself. */
    static final List<String> PLAYER = List.of(
            "media:player",
            "media:content/media:player",
            "media:group/media:player",
            "media:group/media:content/media:player");

    static final List<String> FILM = List.of("media:content", "media:group/media:content");

    private EntryFields() {}
}
