/** Pages and addresses for readers, admins and programs. */
@ApplicationModule(
        allowedDependencies = {"address", "edition", "letter", "newsletter", "publishing", "subscriber", "vital"})
@NullMarked
package org.keepreading.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
