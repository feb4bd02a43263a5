package org.keepreading.letter;

import static java.time.ZoneOffset.UTC;
import static org.keepreading.letter.SigningAlgorithm.ED25519;
import static org.keepreading.letter.SigningAlgorithm.RSA;
import static org.keepreading.row.Columns.instant;
import static org.keepreading.row.Columns.instantIfAny;

import java.security.KeyPair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys that messages are signed with. The private ones leave this room only as signatures. */
@Repository
public class SigningKeys {
    private static final String ALL = """
            select signing_key.domain, signing_key.selector, rsa_public, ed25519_public, created_at, retired_at, since
            from signing_key left join signing_domain signing
              on signing.domain = signing_key.domain and signing.selector = signing_key.selector
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SigningKeys(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<DomainKey> all() {
        return jdbc.sql(ALL + "order by signing_key.domain, created_at, signing_key.selector")
                .query(SigningKeys::toDomainKey)
                .list();
    }

    /** @throws IllegalArgumentException where there is none */
    public DomainKey get(SigningDomain domain, Selector selector) {
        return all().stream()
                .filter(key -> key.domain().equals(domain) && key.selector().equals(selector))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no key " + selector + " of " + domain + ". \"keys list\" shows those that are."));
    }

    /** The one that signs what this domain sends: its own, or that of the nearest domain above it. */
    public Optional<DomainKey> signing(String asciiDomain) {
        return all().stream()
                .filter(key -> key.signs() && key.domain().answersFor(asciiDomain))
                .max(Comparator.comparingInt(key -> key.domain().value().length()));
    }

    /** What to do where nothing signs what this domain sends, as a sentence. */
    public String howToSign(String asciiDomain) {
        return all().stream()
                .filter(key -> key.isNew() && key.domain().answersFor(asciiDomain))
                .max(Comparator.comparing(DomainKey::createdAt))
                .map(key ->
                        "Key %2$s waits to be used: publish what \"keys show %1$s %2$s\" prints, then say \"keys use %1$s %2$s\"."
                                .formatted(key.domain(), key.selector()))
                .orElse("\"keys create " + asciiDomain + "\" makes one, unless your relay signs by itself.");
    }

    /** A key for RSA and one for Ed25519, which do not sign yet. */
    public DomainKey create(SigningDomain domain, Selector selector) {
        return create(domain, selector, RSA.generate(), ED25519.generate());
    }

    /** For a name server or provider that knows no record for Ed25519. */
    public DomainKey createForRsaAlone(SigningDomain domain, Selector selector) {
        return create(domain, selector, RSA.generate(), null);
    }

    /** From now on it signs what is encoded; the one that did so far is retired. */
    public void use(DomainKey key) {
        transaction.executeWithoutResult(status -> {
            retireThoseOf(key.domain());
            jdbc.sql("update signing_key set retired_at = null where domain = :domain and selector = :selector")
                    .param("domain", key.domain().value())
                    .param("selector", key.selector().value())
                    .update();
            jdbc.sql("insert into signing_domain (domain, selector, since) values (:domain, :selector, :now)")
                    .param("domain", key.domain().value())
                    .param("selector", key.selector().value())
                    .param("now", clock.instant().atOffset(UTC))
                    .update();
        });
    }

    /** What the domain sends is signed by its parent's key from now on, or by none. */
    public void stop(SigningDomain domain) {
        transaction.executeWithoutResult(status -> retireThoseOf(domain));
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException where it signs */
    public void remove(DomainKey key) {
        jdbc.sql("delete from signing_key where domain = :domain and selector = :selector")
                .param("domain", key.domain().value())
                .param("selector", key.selector().value())
                .update();
    }

    /** What to sign a letter of this domain's with; empty: it has no key. */
    List<SigningKey> keys(String asciiDomain) {
        return signing(asciiDomain).map(this::secrets).orElse(List.of());
    }

    private List<SigningKey> secrets(DomainKey key) {
        return jdbc.sql("""
                        select rsa_private, ed25519_private from signing_key
                        where domain = :domain and selector = :selector""")
                .param("domain", key.domain().value())
                .param("selector", key.selector().value())
                .query((row, number) -> secrets(key, row))
                .single();
    }

    private static List<SigningKey> secrets(DomainKey key, ResultSet row) throws SQLException {
        var keys = new ArrayList<>(List.of(secret(key, RSA, row.getString("rsa_private"))));
        var ed25519 = row.getString("ed25519_private");
        if (ed25519 != null) {
            keys.add(secret(key, ED25519, ed25519));
        }
        return keys;
    }

    private static SigningKey secret(DomainKey key, SigningAlgorithm algorithm, String pkcs8) {
        return new SigningKey(key.domain(), key.selector().of(algorithm), algorithm, pkcs8);
    }

    private DomainKey create(SigningDomain domain, Selector selector, KeyPair rsa, @Nullable KeyPair ed25519) {
        try {
            jdbc.sql("""
                            insert into signing_key (domain, selector, rsa_private, rsa_public, ed25519_private, ed25519_public, created_at)
                            values (:domain, :selector, :rsaPrivate, :rsaPublic, :ed25519Private, :ed25519Public, :now)""")
                    .param("domain", domain.value())
                    .param("selector", selector.value())
                    .param("rsaPrivate", pkcs8(rsa))
                    .param("rsaPublic", RSA.published(rsa.getPublic()))
                    .param("ed25519Private", ed25519 == null ? null : pkcs8(ed25519))
                    .param("ed25519Public", ed25519 == null ? null : ED25519.published(ed25519.getPublic()))
                    .param("now", clock.instant().atOffset(UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException(
                    domain + " has a key " + selector
                            + " already. \"keys show\" prints its records; for another key name another --selector.",
                    null);
        }
        return get(domain, selector);
    }

    private static String pkcs8(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }

    private void retireThoseOf(SigningDomain domain) {
        jdbc.sql("""
                        update signing_key set retired_at = :now where domain = :domain
                          and selector = (select selector from signing_domain where domain = :domain)""")
                .param("domain", domain.value())
                .param("now", clock.instant().atOffset(UTC))
                .update();
        jdbc.sql("delete from signing_domain where domain = :domain")
                .param("domain", domain.value())
                .update();
    }

    private static DomainKey toDomainKey(ResultSet row, int number) throws SQLException {
        var domain = new SigningDomain(row.getString("domain"));
        var selector = new Selector(row.getString("selector"));
        var records = new ArrayList<>(List.of(record(domain, selector, RSA, row.getString("rsa_public"))));
        var ed25519 = row.getString("ed25519_public");
        if (ed25519 != null) {
            records.add(record(domain, selector, ED25519, ed25519));
        }
        return new DomainKey(
                domain,
                selector,
                instant(row, "created_at"),
                instantIfAny(row, "since"),
                instantIfAny(row, "retired_at"),
                records);
    }

    private static DnsRecord record(
            SigningDomain domain, Selector selector, SigningAlgorithm algorithm, String published) {
        return new DnsRecord(
                selector.of(algorithm) + "._domainkey." + domain,
                "v=DKIM1; k=" + algorithm.keyType() + "; p=" + published);
    }
}
