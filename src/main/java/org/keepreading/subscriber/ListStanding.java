package org.keepreading.subscriber;

/** How a subscriber stands with a list. */
enum ListStanding {
    NEVER,
    ON,
    LEFT
}
