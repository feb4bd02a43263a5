package org.keepreading.cli;

import org.keepreading.address.ListKey;
import org.keepreading.newsletter.Closest;
import org.keepreading.subscriber.Lists;
import org.keepreading.subscriber.NamedList;

/** The lists there are, and which one was perhaps meant by a key that is none of them. */
record KnownLists(Lists lists) {

    static KnownLists of(App app) {
        return new KnownLists(app.lists());
    }

    /** @throws IllegalArgumentException that names the list that was perhaps meant, or those there are */
    NamedList get(ListKey key) {
        return lists.find(key)
                .orElseThrow(() -> new IllegalArgumentException("There is no list \"" + key + "\"." + meant(key)));
    }

    /**
     * @param mayBeNew whether to make it where there is none
     * @return whether it was made
     */
    boolean ensure(ListKey key, boolean mayBeNew) {
        if (mayBeNew) {
            return lists.ensure(key, key.value());
        }
        if (lists.find(key).isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no list \"" + key + "\"." + meant(key) + " Add --new-list to make it.");
        }
        return false;
    }

    /** Such as {@code  Did you mean "daily"?}, with a blank before it. */
    String meant(ListKey key) {
        var keys = lists.all().stream().map(list -> list.key().value()).toList();
        return Closest.to(key.value(), keys)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse(keys.isEmpty() ? " There is none yet." : " There are: " + String.join(", ", keys) + ".");
    }
}
