/** The command line and the demo: edges that translate words into use cases. */
@ApplicationModule(
        allowedDependencies = {
            "text",
            "vital",
            "web",
            "web :: demo",
            "publishing",
            "doctor",
            "edition",
            "home",
            "journal",
            "delivery",
            "newsletter",
            "node",
            "move",
            "source",
            "subscriber",
            "teaser"
        })
@NullMarked
package org.keepreading.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
