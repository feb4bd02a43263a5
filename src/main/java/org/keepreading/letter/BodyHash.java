package org.keepreading.letter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a letter's bodies that signatures hold. What is equal for all is brought into its relaxed form once, and up
 * to the first merge field it is hashed once.
 */
final class BodyHash {
    private final MessageDigest beginning = sha256();

    /** What follows the beginning, in its relaxed form; null: the reader's own. */
    private final List<byte @Nullable []> rest = new ArrayList<>();

    private final int first;

    BodyHash(List<Splice> body) {
        body.forEach(this::add);
        first = body.size() - rest.size();
    }

    /** @param filled the body's splices as one reader gets them */
    byte[] of(List<byte[]> filled) {
        var hash = copy(beginning);
        for (var i = 0; i < rest.size(); i++) {
            var same = rest.get(i);
            hash.update(same == null ? RelaxedBody.of(filled.get(first + i)) : same);
        }
        return hash.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private void add(Splice splice) {
        var same = splice instanceof Splice.Same run ? RelaxedBody.of(run.bytes()) : null;
        if (same != null && rest.isEmpty()) {
            beginning.update(same);
        } else {
            rest.add(same);
        }
    }

    private static MessageDigest copy(MessageDigest hash) {
        try {
            return (MessageDigest) hash.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e); // the JDK's can be copied
        }
    }
}
