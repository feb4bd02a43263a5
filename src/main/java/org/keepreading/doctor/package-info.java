/** Is this installation fit to send: looks at it and at the DNS, changes nothing, and says what to do. */
@ApplicationModule(allowedDependencies = {"delivery", "edition", "home", "newsletter", "node", "subscriber", "teaser"})
@NullMarked
package org.keepreading.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
