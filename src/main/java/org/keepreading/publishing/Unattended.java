package org.keepreading.publishing;

import java.time.Instant;
import org.keepreading.address.NewsletterKey;
import org.keepreading.edition.Cause;
import org.keepreading.edition.PlanTakenBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes where nobody waits for it: a newsletter that fails hurts itself alone, and says so in the log. */
@Component
class Unattended {
    private static final Logger LOG = LoggerFactory.getLogger(Unattended.class);
    private final Publisher publisher;

    Unattended(Publisher publisher) {
        this.publisher = publisher;
    }

    void publish(NewsletterKey newsletter, Instant slot, Cause cause) {
        try {
            publisher.publish(newsletter, slot, cause);
        } catch (PlanTakenBack done) {
            LOG.info("Newsletter {} for {}: {}", newsletter, slot, done.getMessage());
        } catch (RuntimeException problem) {
            LOG.error(
                    "Newsletter {} could not be published for {}; it is tried again every minute within its grace. {}",
                    newsletter,
                    slot,
                    problem.getMessage(),
                    problem);
        }
    }
}
