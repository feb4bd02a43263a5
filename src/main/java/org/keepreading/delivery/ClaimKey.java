package org.keepreading.delivery;

import java.util.UUID;

/**
 * What a claim is known by in the database.
 *
 * @param batchId 0 where it is of deferred deliveries
 * @param owner of this claim alone, so that not even this process takes another for it
 */
record ClaimKey(long editionId, long batchId, String owner) {

    boolean ofBatch() {
        return batchId != 0;
    }

    static String newOwner() {
        return UUID.randomUUID().toString();
    }
}
