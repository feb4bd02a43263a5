package org.keepreading.web.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keepreading.address.ListKey;
import org.keepreading.subscriber.Consent;
import org.keepreading.subscriber.Purpose;
import org.keepreading.subscriber.Subscriber;
import org.keepreading.subscriber.Subscribers;
import org.keepreading.subscriber.Suppressions;
import org.keepreading.subscriber.Way;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a reader may choose by the link in each mail: name, newsletters, sections, a pause, and to leave everything. */
@Controller
class PreferencesPages {
    private static final Duration PAUSE = Duration.ofDays(14);

    private final ReaderLinks links;
    private final Offers offers;
    private final Subscribers subscribers;
    private final Consent consent;
    private final Suppressions suppressions;
    private final Clock clock;

    PreferencesPages(
            ReaderLinks links,
            Offers offers,
            Subscribers subscribers,
            Consent consent,
            Suppressions suppressions,
            Clock clock) {
        this.links = links;
        this.offers = offers;
        this.subscribers = subscribers;
        this.consent = consent;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    @GetMapping("/preferences/{token}")
    ModelAndView show(@PathVariable String token, @RequestParam(defaultValue = "") String done) {
        var link = open(token);
        var subscriber = subscriber(link);
        var model = new HashMap<String, Object>(Map.of(
                "token", token,
                "done", Done.of(done).sentence,
                "newsletter", link.title(),
                "address", link.address(),
                "name", subscriber.name() == null ? "" : subscriber.name(),
                "lists", offers.lists(link),
                "sections", offers.sections(link, subscriber),
                "obstacle", obstacle(subscriber)));
        consent.pausedUntil(subscriber.id())
                .ifPresent(until -> model.put("pausedUntil", PageDates.day(until, link.zone())));
        return new ModelAndView("preferences", model);
    }

    /** Why nothing arrives whatever they choose; empty where it does. */
    private String obstacle(Subscriber subscriber) {
        if (suppressions.contains(subscriber.email())) {
            return "We send nothing to this address any more.";
        }
        return switch (subscriber.status()) {
            case BOUNCED -> "Our mail to this address came back, so we stopped.";
            case COMPLAINED -> "Our mail to this address was reported as spam, so we stopped.";
            case PENDING, ACTIVE, PAUSED, UNSUBSCRIBED -> "";
        };
    }

    @PostMapping("/preferences/{token}")
    ResponseEntity<Void> save(@PathVariable String token, HttpServletRequest request) {
        var link = open(token);
        var subscriber = subscriber(link);
        var form = PreferencesForm.of(request);
        var offered = offers.lists(link).stream().map(Option::value).toList();
        subscribers.describe(
                subscriber.id(), form.name(), offers.choice(link, subscriber).after(form.sections()));
        consent.choose(
                subscriber.id(),
                keys(offered),
                keys(offered.stream().filter(form.lists()::contains).toList()));
        return back(token, Done.SAVED);
    }

    private static List<ListKey> keys(List<String> lists) {
        return lists.stream().map(ListKey::new).toList();
    }

    @PostMapping("/preferences/{token}/pause")
    ResponseEntity<Void> pause(@PathVariable String token) {
        consent.pause(subscriber(open(token)).id(), clock.instant().plus(PAUSE));
        return back(token, Done.PAUSED);
    }

    @PostMapping("/preferences/{token}/resume")
    ResponseEntity<Void> resume(@PathVariable String token) {
        consent.resume(subscriber(open(token)).id());
        return back(token, Done.RESUMED);
    }

    @PostMapping("/preferences/{token}/leave")
    ResponseEntity<Void> leave(@PathVariable String token) {
        consent.leaveEverything(subscriber(open(token)).id(), Way.PREFERENCES);
        return back(token, Done.LEFT);
    }

    private ReaderLink open(String token) {
        return links.open(token, Purpose.PREFERENCES);
    }

    private static Subscriber subscriber(ReaderLink link) {
        if (link.subscriber() == null) {
            throw new NotHere(
                    "There is nothing left to choose",
                    "The subscription that this link is for is gone, and we" + " keep no data of it.");
        }
        return link.subscriber();
    }

    private static ResponseEntity<Void> back(String token, Done done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/preferences/" + token + "?done=" + done.word))
                .build();
    }
}
