package org.keepreading.subscriber;

import java.util.Arrays;

/** What a reader's link is for; a token for one does nothing for another. */
public enum Purpose {
    UNSUBSCRIBE('u'),
    PREFERENCES('p');

    /** As it stands in tokens; mails that were sent long ago carry it too, so it never changes. */
    final byte code;

    Purpose(char code) {
        this.code = (byte) code;
    }

    static Purpose of(byte code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No link of ours has the purpose " + code + "."));
    }
}
