/** Takes a frozen edition to its audience: batches, letters, messages, relays, retries. */
@ApplicationModule(
        allowedDependencies = {"edition", "home", "journal", "subscriber", "newsletter", "teaser", "text", "vital"})
@NullMarked
package org.keepreading.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
