/** What a column of a database's row holds, as the program's own types. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.keepreading.row;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
