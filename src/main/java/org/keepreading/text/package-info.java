/** Words from outside: what is kept of them, and what of that a terminal and a log show. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.keepreading.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
