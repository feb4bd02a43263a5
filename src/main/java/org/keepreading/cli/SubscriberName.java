package org.keepreading.cli;

import org.keepreading.address.EmailAddress;
import org.keepreading.subscriber.Subscriber;
import org.keepreading.subscriber.Subscribers;

/** How a subscriber is named on the command line: by their address, or by the number that the log knows them by. */
record SubscriberName(String word) {

    static SubscriberName of(String word) {
        return new SubscriberName(isNumber(word) ? word : new EmailAddress(word).value());
    }

    private static boolean isNumber(String word) {
        return word.matches("[0-9]{1,18}");
    }

    Subscriber in(Subscribers subscribers) {
        var found = isNumber(word) ? subscribers.find(Long.parseLong(word)) : subscribers.find(new EmailAddress(word));
        return found.orElseThrow(() -> new IllegalArgumentException(
                "Nobody with the " + (isNumber(word) ? "number " : "address ") + word + " is known."));
    }
}
