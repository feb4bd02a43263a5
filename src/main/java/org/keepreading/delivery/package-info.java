/** Takes a frozen edition to its audience: batches, consent at the last moment, outcomes, retries. */
@ApplicationModule(
        allowedDependencies = {
            "address",
            "edition",
            "installation",
            "journal",
            "letter",
            "relay",
            "row",
            "subscriber",
            "text",
            "vital"
        })
@NullMarked
package org.keepreading.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
