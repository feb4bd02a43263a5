package org.keepreading.publishing;

import org.jspecify.annotations.Nullable;
import org.keepreading.edition.Selection;
import org.keepreading.edition.Variant;

/**
 * An edition that is not stored: what would be sent, and why.
 *
 * @param variant {@code null} where too little was picked to render anything
 */
public record Proof(Selection selection, @Nullable Variant variant) {}
