/** Picks the teasers of a newsletter for a slot, freezes them as an edition, and renders its variants. */
@ApplicationModule(allowedDependencies = {"address", "newsletter", "row", "teaser", "text", "vital"})
@NullMarked
package org.keepreading.edition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
