package org.keepreading.relay;

/**
 * What came of handing a message to a relay. Whose fault a failure is, the relay's or the message's, is decided here and
 * nowhere else:
 *
 * <table>
 * <caption>What happened, and what it is taken for</caption>
 * <tr><td>a reply to a command (2yz, 4yz, 5yz)</td><td>{@link Answered}; to MAIL never for good, as the sender is the same for all</td></tr>
 * <tr><td>no reply, or none that can be read, after the one to MAIL</td><td>{@link Answered}: the message may have been taken</td></tr>
 * <tr><td>none to MAIL, on a connection that carried messages</td><td>{@link TryAnother}: relays close connections as they like</td></tr>
 * <tr><td>none to MAIL, on a fresh connection</td><td>{@link Answered}: what breaks a fresh one may be the message</td></tr>
 * <tr><td>421, on either</td><td>as none</td></tr>
 * <tr><td>530 to MAIL; larger than SIZE allows</td><td>{@link RelayDown}: no reader is to blame, and a person must act</td></tr>
 * </table>
 */
public sealed interface Handover {

    /** It had its answer, which is the message's. */
    record Answered(Answer answer) implements Handover {}

    /** The relay had enough of that connection; the message was not taken, and another connection is worth a try. */
    record TryAnother() implements Handover {}

    /** The relay takes nothing, and none is to blame; the message was not taken. */
    record RelayDown(RelayTrouble trouble) implements Handover {}
}
