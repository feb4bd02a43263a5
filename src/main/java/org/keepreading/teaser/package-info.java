/** Sections, authors and teasers: what invites a reader to an article, and where that is kept. */
@ApplicationModule(allowedDependencies = {"address", "row", "text"})
@NullMarked
package org.keepreading.teaser;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
