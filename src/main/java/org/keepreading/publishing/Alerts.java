package org.keepreading.publishing;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.keepreading.address.EmailAddress;
import org.keepreading.letter.OperatorMail;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.relay.NotTaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells whoever is on call, by mail, by a webhook, or both; what fails is logged and spoils nothing. */
@Component
class Alerts {
    private static final Logger log = LoggerFactory.getLogger(Alerts.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final AlertSettings settings;
    private final OperatorMail operatorMail;
    private final Calls calls;

    Alerts(AlertSettings settings, OperatorMail operatorMail, Calls calls) {
        this.settings = settings;
        this.operatorMail = operatorMail;
        this.calls = calls;
    }

    /** Whether somebody was told, or nobody wants to be; else it is worth another try. */
    boolean raise(Newsletter newsletter, Instant slot, String subject, String sentence) {
        var mailed = !settings.mail().isBlank() && mail(newsletter, subject, sentence);
        var posted = !settings.webhook().isBlank() && post(newsletter, slot, sentence);
        return mailed || posted || isNobodyAsked();
    }

    private boolean isNobodyAsked() {
        return settings.mail().isBlank() && settings.webhook().isBlank();
    }

    private boolean mail(Newsletter newsletter, String subject, String sentence) {
        try {
            var to = new EmailAddress(settings.mail().strip());
            operatorMail.send(newsletter, to, subject + ": " + newsletter.title(), sentence);
            return true;
        } catch (NotTaken | IllegalArgumentException e) {
            log.warn("The alert about {} could not be mailed: {}", newsletter.key(), e.getMessage());
            return false;
        }
    }

    private boolean post(Newsletter newsletter, Instant slot, String sentence) {
        try {
            var body = Map.of("text", sentence, "newsletter", newsletter.key().value(), "slot", slot.toString());
            calls.post(URI.create(settings.webhook().strip()), JSON.writeValueAsString(body));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            log.warn("The alert about {} could not be posted: {}", newsletter.key(), e.getMessage());
            return false;
        }
    }
}
