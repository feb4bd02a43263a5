package org.keepreading.web.reader;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keepreading.address.ListKey;
import org.keepreading.newsletter.Newsletter;
import org.keepreading.newsletter.Newsletters;
import org.keepreading.subscriber.Consent;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.NamedList;
import org.keepreading.subscriber.Subscriber;
import org.keepreading.subscriber.Subscription;
import org.springframework.stereotype.Component;

/** What a reader may tick: the lists of the newsletter whose mail they came from, those they are on or were, its sections. */
@Component
class Offers {
    private final Newsletters newsletters;
    private final Lists lists;
    private final Consent consent;

    Offers(Newsletters newsletters, Lists lists, Consent consent) {
        this.newsletters = newsletters;
        this.lists = lists;
        this.consent = consent;
    }

    List<Option> lists(ReaderLink link) {
        var subscriptions = consent.of(link.claim().subscriberId());
        var ticked = subscriptions.stream()
                .filter(Subscription::goesOn)
                .map(Offers::key)
                .collect(toSet());
        return offered(link, subscriptions).stream()
                .flatMap(list -> lists.find(list).stream())
                .map(list -> new Option(list.key().value(), label(list), ticked.contains(list.key())))
                .toList();
    }

    private static Set<ListKey> offered(ReaderLink link, List<Subscription> subscriptions) {
        var ofTheNewsletter = link.newsletter() == null ? Stream.<ListKey>empty() : link.lists().stream();
        return Stream.concat(ofTheNewsletter, subscriptions.stream().map(Offers::key))
                .collect(toCollection(LinkedHashSet::new));
    }

    private static ListKey key(Subscription subscription) {
        return subscription.list().key();
    }

    /** Readers know newsletters, not lists. */
    private String label(NamedList list) {
        var titles = newsletters.all().stream()
                .filter(newsletter -> newsletter.lists().contains(list.key()))
                .map(Newsletter::title)
                .collect(joining(", "));
        return titles.isEmpty() ? list.title() : titles;
    }

    /** None where there is nothing to choose between. */
    List<Option> sections(ReaderLink link, Subscriber subscriber) {
        var choice = choice(link, subscriber);
        if (link.newsletter() == null || choice.here().size() < 2) {
            return List.of();
        }
        return link.newsletter().sections().stream()
                .map(plan -> new Option(
                        plan.key().value(), plan.title(), choice.has(plan.key().value())))
                .toList();
    }

    SectionChoice choice(ReaderLink link, Subscriber subscriber) {
        var here = link.newsletter() == null ? List.<String>of() : keys(link.newsletter());
        var elsewhere = newsletters.all().stream()
                .flatMap(newsletter -> keys(newsletter).stream())
                .filter(section -> !here.contains(section))
                .collect(toSet());
        return new SectionChoice(subscriber.sections(), here, elsewhere);
    }

    private static List<String> keys(Newsletter newsletter) {
        return newsletter.sections().stream().map(plan -> plan.key().value()).toList();
    }
}
