package org.keepreading.move;

/** @param numbered whether the database numbers its rows by itself (an identity column) */
record Column(String name, Kind kind, boolean numbered) {}
