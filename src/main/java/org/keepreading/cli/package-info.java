/** The command line and the demo: edges that translate words into use cases. */
@ApplicationModule(
        allowedDependencies = {
            "address",
            "delivery",
            "doctor",
            "edition",
            "home",
            "installation",
            "journal",
            "letter",
            "move",
            "newsletter",
            "node",
            "publishing",
            "source",
            "subscriber",
            "teaser",
            "text",
            "vital",
            "web",
            "web :: demo"
        })
@NullMarked
package org.keepreading.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
