/** Keep Reading: gathers a newsroom's teasers into editions and delivers them by email. */
@NullMarked
package org.keepreading;

import org.jspecify.annotations.NullMarked;
