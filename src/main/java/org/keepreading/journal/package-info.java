/** What happened that a person would ask about: a line each in the log of a server, in whichever process it happened. */
@ApplicationModule(allowedDependencies = {"row", "text", "vital"})
@NullMarked
package org.keepreading.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
