package org.keepreading.relay;

/** The relay takes no messages at present; none is to blame and none was lost by it. Its message is for the admin. */
public final class RelayTrouble extends Exception {

    /** What ends the trouble. */
    public enum Cure {
        TIME,
        /** Trying again changes nothing: a login, a certificate or a setting is wrong. */
        PERSON
    }

    private final Cure cure;
    private final boolean timedOut;

    RelayTrouble(String sentence, Cure cure) {
        this(sentence, cure, false);
    }

    RelayTrouble(String sentence, Cure cure, boolean timedOut) {
        super(sentence);
        this.cure = cure;
        this.timedOut = timedOut;
    }

    /** What happened, and what to do. */
    String sentence() {
        return String.valueOf(getMessage());
    }

    /** Whether time ran out over it. */
    boolean isTimedOut() {
        return timedOut;
    }

    public Cure cure() {
        return cure;
    }
}
