/** Is this installation fit to send: looks at it and at the DNS, changes nothing, and says what to do. */
@ApplicationModule(allowedDependencies = {"address", "edition", "home", "letter", "newsletter", "node", "relay"})
@NullMarked
package org.keepreading.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
