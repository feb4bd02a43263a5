package org.keepreading.edition;

/** Sanitised HTML: what a template prints as it is, where everything else is escaped. */
record Html(String value) {}
