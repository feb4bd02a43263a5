package org.keepreading.delivery;

/** The relay takes no messages at present; none is to blame and none was lost by it. Its message is for the admin. */
final class RelayTrouble extends Exception {

    /** What ends the trouble. */
    enum Cure {
        TIME,
        /** Trying again changes nothing: a login, a certificate or a setting is wrong. */
        PERSON
    }

    private final Cure cure;

    RelayTrouble(String sentence, Cure cure) {
        super(sentence);
        this.cure = cure;
    }

    Cure cure() {
        return cure;
    }
}
