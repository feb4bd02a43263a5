/** Values that several rooms check alike: who and what something is for. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.keepreading.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
