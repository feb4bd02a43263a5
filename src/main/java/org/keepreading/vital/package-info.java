/** The threads that a process can't do without, and its end where an Error takes one. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.keepreading.vital;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
