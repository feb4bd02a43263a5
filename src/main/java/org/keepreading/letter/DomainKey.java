package org.keepreading.letter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown of a key that signs a domain's messages.
 *
 * @param signsSince null: it does not
 * @param retiredAt when another took its place
 * @param records what receivers look the signatures up in
 */
public record DomainKey(
        SigningDomain domain,
        Selector selector,
        Instant createdAt,
        @Nullable Instant signsSince,
        @Nullable Instant retiredAt,
        List<DnsRecord> records) {

    public boolean signs() {
        return signsSince != null;
    }

    /** Never used yet. */
    boolean isNew() {
        return signsSince == null && retiredAt == null;
    }
}
