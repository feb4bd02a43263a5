package org.keepreading.subscriber;

/** How a subscriber stands with a list. */
enum Standing {
    NEVER,
    ON,
    LEFT
}
