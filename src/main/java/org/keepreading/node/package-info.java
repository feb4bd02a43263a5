/** The processes that share a database: their signs of life, and the time that they agree on. */
@ApplicationModule(allowedDependencies = {"row", "vital"})
@NullMarked
package org.keepreading.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
