package org.keepreading.relay;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A letter filled in for one reader. Its lines end in CRLF, hold at most 998 octets of ASCII, and none begins with a
 * dot: its bytes are fit for DATA (RFC 5321, section 4.5.2) and BDAT alike.
 */
public final class Message {
    private final String id;
    private final String sender;
    private final String recipient;
    private final List<byte[]> splices;

    public Message(String id, String sender, String recipient, List<byte[]> splices) {
        this.id = id;
        this.sender = sender;
        this.recipient = recipient;
        this.splices = splices;
    }

    /** The same, its bounces going to another address. */
    public Message from(String envelopeSender) {
        return new Message(id, envelopeSender, recipient, splices);
    }

    /** The Message-ID, in its angle brackets. */
    public String id() {
        return id;
    }

    /** The envelope sender, in ASCII. */
    public String sender() {
        return sender;
    }

    /** The envelope recipient, in ASCII. */
    public String recipient() {
        return recipient;
    }

    public int size() {
        return splices.stream().mapToInt(bytes -> bytes.length).sum();
    }

    public void writeTo(OutputStream out) throws IOException {
        for (var bytes : splices) {
            out.write(bytes);
        }
    }
}
