/** The use case in the middle, publish a newsletter for a slot, and the Quartz jobs that call it. */
@ApplicationModule(
        allowedDependencies = {
            "address",
            "delivery",
            "edition",
            "installation",
            "letter",
            "newsletter",
            "relay",
            "source",
            "subscriber",
            "teaser",
            "vital"
        })
@NullMarked
package org.keepreading.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
