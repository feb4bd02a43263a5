package org.keepreading.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keepreading.address.EmailAddress;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whoever had their data erased (GDPR, article 17): a keyed hash of the address, and nothing else, so that an old file
 * does not bring them back in silence.
 */
@Repository
class Erasures {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Seal seal;

    Erasures(JdbcClient jdbc, Clock clock, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.seal = new Seal(secrets.get("erased-addresses"));
    }

    void add(EmailAddress address) {
        if (!among(Set.of(address.key())).isEmpty()) {
            return;
        }
        try {
            jdbc.sql("insert into erasure (address_hash, since) values (:hash, :now)")
                    .param("hash", hash(address.key()))
                    .param("now", clock.instant().atOffset(UTC))
                    .update();
        } catch (DuplicateKeyException anotherWasFirst) {
            // it is noted, which is what was asked for
        }
    }

    void remove(EmailAddress address) {
        jdbc.sql("delete from erasure where address_hash = :hash")
                .param("hash", hash(address.key()))
                .update();
    }

    /** Those of the addresses' keys that were erased. */
    Set<String> among(Collection<String> keys) {
        var byHash = keys.stream().collect(Collectors.toMap(this::hash, Function.identity()));
        return erased(byHash).stream().map(byHash::get).collect(Collectors.toSet());
    }

    private Set<String> erased(Map<String, String> byHash) {
        return jdbc.sql("""
                        select erasure.address_hash from unnest(cast(:hashes as varchar array)) as wanted (address_hash)
                        join erasure on erasure.address_hash = wanted.address_hash""")
                .param("hashes", byHash.keySet().toArray(String[]::new))
                .query(String.class)
                .set();
    }

    private String hash(String key) {
        return HexFormat.of().formatHex(seal.of(key.getBytes(UTF_8)));
    }
}
