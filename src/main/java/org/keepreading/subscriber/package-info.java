/** Subscribers, lists, consent, tokens and suppression. */
@ApplicationModule(allowedDependencies = {"address", "journal", "row", "text"})
@NullMarked
package org.keepreading.subscriber;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
