package org.keepreading.delivery;

import java.util.Optional;

/** Where senders get messages from. */
interface Letters {

    /**
     * The edition for this reader, the same each time; empty: it has no story in the sections that they chose.
     *
     * @throws org.keepreading.edition.TemplateProblem where the template fails for their choice
     * @throws IllegalArgumentException where their address is none
     */
    Optional<Message> message(long editionId, Reader reader);
}
