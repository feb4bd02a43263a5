/** Relays: SMTP servers that take mail from us. Their connections, limits and troubles; it knows no edition and no reader. */
@ApplicationModule(allowedDependencies = {"journal", "text", "vital"})
@NullMarked
package org.keepreading.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
