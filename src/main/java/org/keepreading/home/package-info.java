/** Where an installation lies on this machine: its folder, its settings, and the files of its database. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.keepreading.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
