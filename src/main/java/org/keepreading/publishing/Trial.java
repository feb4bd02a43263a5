package org.keepreading.publishing;

import org.jspecify.annotations.Nullable;
import org.keepreading.edition.Selection;
import org.keepreading.edition.Variant;
import org.keepreading.publishing.Typesetter.Typeset;

/** An edition that is not stored: what would be sent, and why. */
public final class Trial {
    private final Selection selection;
    private final @Nullable Typeset typeset;

    Trial(Selection selection, @Nullable Typeset typeset) {
        this.selection = selection;
        this.typeset = typeset;
    }

    public Selection selection() {
        return selection;
    }

    /** {@code null} where too little was picked to render anything. */
    public @Nullable Variant variant() {
        return typeset == null ? null : typeset.variant();
    }

    @Nullable
    Typeset typeset() {
        return typeset;
    }
}
