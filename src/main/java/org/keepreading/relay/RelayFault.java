package org.keepreading.relay;

import java.io.IOException;

/** A relay does what no relay may, so that nothing it says later can be relied on: what, for a sentence that begins with its name. */
final class RelayFault extends IOException {
    RelayFault(String what) {
        super(what);
    }

    /** Whatever follows could be read for the wrong command. */
    static RelayFault unreadable(String reply) {
        return new RelayFault("answered \"" + new Reply(0, reply).text() + "\", which is no SMTP reply here");
    }
}
