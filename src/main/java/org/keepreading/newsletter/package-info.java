/** What a newsletter is, the file it is written in, and when it is due. */
@ApplicationModule(allowedDependencies = {"address", "teaser"})
@NullMarked
package org.keepreading.newsletter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
