/** Pages for readers: unsubscribe, preferences, the web version of an edition. */
@NullMarked
package org.keepreading.web.reader;

import org.jspecify.annotations.NullMarked;
