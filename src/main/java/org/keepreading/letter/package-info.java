/** An edition as bytes for one reader: MIME, merge fields, signatures. */
@ApplicationModule(allowedDependencies = {"address", "edition", "newsletter", "relay", "row", "subscriber"})
@NullMarked
package org.keepreading.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
