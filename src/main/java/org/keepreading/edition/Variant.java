package org.keepreading.edition;

/** An edition as set for one choice of sections and one language; rendered once, whoever reads it. */
public record Variant(MergeText subject, MergeText html, MergeText text) {}
