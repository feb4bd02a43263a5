/** Whether this database is the one that sends, and can be written. */
@ApplicationModule(allowedDependencies = {"home", "vital"})
@NullMarked
package org.keepreading.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
