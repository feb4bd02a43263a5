package org.keepreading.subscriber;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.keepreading.address.EmailAddress;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses that must never be mailed again, whatever list they are on. */
@Repository
public class Suppressions {
    private final JdbcClient jdbc;
    private final Clock clock;

    public Suppressions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param reason in words, for whoever asks why; where the address is suppressed already, the first reason stays */
    public void suppress(EmailAddress address, String reason) {
        if (!contains(address)) {
            add(address, reason);
        }
    }

    private void add(EmailAddress address, String reason) {
        try {
            jdbc.sql("insert into suppression (email_key, reason, since) values (:key, :reason, :now)")
                    .param("key", address.key())
                    .param("reason", reason)
                    .param("now", clock.instant().atOffset(UTC))
                    .update();
        } catch (DuplicateKeyException anotherWasFirst) {
            // it is suppressed, which is what was asked for
        }
    }

    public boolean contains(EmailAddress address) {
        return !among(Set.of(address.key())).isEmpty();
    }

    /** Those of the addresses' keys that are suppressed. */
    Set<String> among(Collection<String> keys) {
        return jdbc.sql("""
                        select suppression.email_key from unnest(cast(:keys as varchar array)) as wanted (email_key)
                        join suppression on suppression.email_key = wanted.email_key""")
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    void remove(EmailAddress address) {
        jdbc.sql("delete from suppression where email_key = :key")
                .param("key", address.key())
                .update();
    }
}
