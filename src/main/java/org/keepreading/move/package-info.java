/** Takes an installation from its H2 file to a PostgreSQL database that several machines can share. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.keepreading.move;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
