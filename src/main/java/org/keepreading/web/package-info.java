/** Pages and addresses for readers, admins and programs. */
@ApplicationModule(
        allowedDependencies = {
            "publishing",
            "edition",
            "delivery",
            "newsletter",
            "source",
            "subscriber",
            "teaser",
            "vital"
        })
@NullMarked
package org.keepreading.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
