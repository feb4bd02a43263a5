package org.keepreading.edition;

import org.springframework.stereotype.Component;

/** The variants of frozen editions, rendered when they are first asked for. Those not asked for lately are let go. */
@Component
public class Variants {
    /** A variant takes some 200 KB: these take what a heap of 256 MB can spare. */
    static final int KEPT = 64;

    private final Editions editions;
    private final Renderer renderer;
    private final Lately<Key, Variant> lately = new Lately<>(KEPT);

    public Variants(Editions editions, Renderer renderer) {
        this.editions = editions;
        this.renderer = renderer;
    }

    /**
     * The edition as it was frozen or amended, in its template as that was, for one choice. Who asks while the same is rendered
     * waits for it: all senders ask for the same at first.
     *
     * @throws IllegalArgumentException where there is no such edition, or its slot was skipped or missed
     */
    public Variant of(Revision revision, Choice choice) {
        return lately.get(new Key(revision, choice), this::render);
    }

    private Variant render(Key key) {
        return renderer.render(editions.edition(key.revision()), editions.template(key.revision()), key.choice());
    }

    private record Key(Revision revision, Choice choice) {}
}
