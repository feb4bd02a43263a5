package org.keepreading.letter;

import java.util.Optional;
import org.keepreading.edition.Revision;
import org.keepreading.relay.Message;

/** Where senders get messages from. */
public interface Letters {

    /**
     * The edition for this reader, the same each time; empty: it has no story in the sections that they chose.
     *
     * @throws org.keepreading.edition.TemplateProblem where the template fails for their choice
     * @throws IllegalArgumentException where their address is none
     */
    Optional<Message> message(Revision revision, Reader reader);
}
