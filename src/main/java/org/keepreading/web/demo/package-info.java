/** The demo: a sample newsroom, a relay that catches every message, and the page that shows them. */
@NamedInterface("demo")
@NullMarked
package org.keepreading.web.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
