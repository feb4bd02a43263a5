/** Feeds, files and pushes that become teasers. */
@ApplicationModule(allowedDependencies = {"address", "journal", "row", "teaser", "text", "vital"})
@NullMarked
package org.keepreading.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
