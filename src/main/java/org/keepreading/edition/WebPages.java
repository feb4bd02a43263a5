package org.keepreading.edition;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Frozen editions as the public reads them: all sections, in the newsletter's language. Kept apart from the variants that are
 * sent, and few rendered at a time, for anybody may ask for any of them.
 */
@Component
public class WebPages {
    static final int KEPT = 32;

    private static final int AT_A_TIME = 2;
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Editions editions;
    private final Renderer renderer;
    private final Lately<Revision, MergeText> lately = new Lately<>(KEPT);
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    public WebPages(Editions editions, Renderer renderer) {
        this.editions = editions;
        this.renderer = renderer;
    }

    /**
     * The HTML of the edition as it was frozen or amended.
     *
     * @throws TooBusy where so many others are being rendered that it would have to wait for long
     * @throws IllegalArgumentException where there is no such edition, or its slot was skipped or missed
     */
    public MergeText html(Revision revision) {
        return lately.get(revision, this::renderInTurn);
    }

    private MergeText renderInTurn(Revision revision) {
        awaitTurn();
        try {
            return render(revision);
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
    }

    private MergeText render(Revision revision) {
        var edition = editions.edition(revision);
        var all = Choice.everything(edition.newsletter());
        return renderer.render(edition, editions.template(revision), all).html();
    }

    /** More is asked for than can be rendered: it may be asked for again in a moment. */
    public static final class TooBusy extends RuntimeException {}
}
