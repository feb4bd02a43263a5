package org.keepreading.subscriber;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys that this installation made for itself: one for each name, made once, whichever node asks first. */
@Repository
class Secrets {
    private static final int BYTES = 32;

    private final JdbcClient jdbc;

    Secrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    byte[] get(String name) {
        return find(name).orElseGet(() -> make(name));
    }

    private byte[] make(String name) {
        try {
            jdbc.sql("insert into secret (name, secret_value) values (:name, :value)")
                    .param("name", name)
                    .param("value", Base64.getEncoder().encodeToString(random()))
                    .update();
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            // its key is read below, as ours would be
        }
        return find(name).orElseThrow();
    }

    private Optional<byte[]> find(String name) {
        return jdbc.sql("select secret_value from secret where name = :name")
                .param("name", name)
                .query(String.class)
                .optional()
                .map(Base64.getDecoder()::decode);
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
