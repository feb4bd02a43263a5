package org.keepreading.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a claim is known by in the database.
 *
 * @param batchId {@code null} where it is of deferred deliveries
 * @param owner of this claim alone, so that not even this process takes another for it
 */
record ClaimKey(long editionId, @Nullable Long batchId, String owner) {

    boolean ofBatch() {
        return batchId != null;
    }

    static String newOwner() {
        return UUID.randomUUID().toString();
    }
}
