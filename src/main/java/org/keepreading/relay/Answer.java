package org.keepreading.relay;

/** What a relay answered to one message (RFC 5321, section 4.2.1). */
public sealed interface Answer {

    /** What becomes of the message. */
    enum Verdict {
        TAKEN,
        AGAIN_LATER,
        REFUSED
    }

    Verdict verdict();

    /** The word by which figures tell answers apart, such as {@link Reply#kind()}. */
    String kind();

    /** What is kept of it. */
    String words();

    /** One that the relay gave in words that can be read. */
    sealed interface Replied extends Answer {
        Reply reply();

        @Override
        default String kind() {
            return reply().kind();
        }

        @Override
        default String words() {
            return reply().text();
        }
    }

    /** 2yz: the relay answers for it now. */
    record Accepted(Reply reply) implements Replied {
        @Override
        public Verdict verdict() {
            return Verdict.TAKEN;
        }
    }

    /** 4yz: again later (section 4.5.4.1). */
    record Deferred(Reply reply) implements Replied {
        @Override
        public Verdict verdict() {
            return Verdict.AGAIN_LATER;
        }
    }

    /** 5yz: final. */
    record Refused(Reply reply) implements Replied {
        @Override
        public Verdict verdict() {
            return Verdict.REFUSED;
        }

        /** Security or policy (RFC 3463, section 3.8): it says something of us, not of the reader's address. */
        public boolean isPolicy() {
            return reply.isPolicy();
        }
    }

    /**
     * No reply, or none that can be read: the message may have been taken. Again, with the same Message-ID.
     *
     * @param words what happened
     * @param timedOut whether time ran out over it
     */
    record Unanswered(String words, boolean timedOut) implements Answer {
        @Override
        public Verdict verdict() {
            return Verdict.AGAIN_LATER;
        }

        @Override
        public String kind() {
            return timedOut ? "time-out" : "unanswered";
        }
    }
}
