package org.keepreading.relay;

import org.keepreading.relay.Answer.Deferred;

/** Where a relay can refuse a message, in the order of the dialogue. */
enum SmtpStage {
    /** Refuses the sender, who is the same for all: that says nothing about this reader, so nobody is given up. */
    MAIL(2) {
        @Override
        Answer refusedBy(Reply reply) {
            return new Deferred(reply);
        }
    },
    RCPT(2),
    DATA(3),
    DOT(2);

    private final int goAhead;

    SmtpStage(int goAhead) {
        this.goAhead = goAhead;
    }

    /** Whether the reply lets us go on; one that neither does nor refuses belongs to another command. */
    boolean isGoAhead(Reply reply) throws RelayFault {
        var kind = reply.code() / 100;
        if (kind != goAhead && kind < 4) {
            throw RelayFault.unreadable(reply.text());
        }
        return kind == goAhead;
    }

    Answer refusedBy(Reply reply) {
        return reply.answer();
    }
}
