package org.keepreading.delivery;

import java.util.Optional;
import org.keepreading.edition.Revision;

/** Where senders get messages from. */
interface Letters {

    /**
     * The edition for this reader, the same each time; empty: it has no story in the sections that they chose.
     *
     * @throws org.keepreading.edition.TemplateProblem where the template fails for their choice
     * @throws IllegalArgumentException where their address is none
     */
    Optional<Message> message(Revision revision, Reader reader);
}
