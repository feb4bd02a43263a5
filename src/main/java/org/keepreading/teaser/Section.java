package org.keepreading.teaser;

/** A desk of the publication, such as "Workplace". */
public record Section(SectionKey key, String title) {}
