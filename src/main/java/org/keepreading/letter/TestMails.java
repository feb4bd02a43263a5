package org.keepreading.letter;

import static java.time.ZoneOffset.UTC;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.keepreading.address.NewsletterKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the links of test mails lead to: their reader is nobody, and their edition is not stored. Kept for a month. */
@Repository
public class TestMails {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    TestMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param webVersion the digest's HTML, as it was mailed */
    public record TestMail(NewsletterKey newsletter, String webVersion) {}

    /** 128 random bits: whoever has the mail can look, and nobody else. */
    static String token() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    void keep(String token, TestMail mail) {
        var now = clock.instant();
        jdbc.sql("delete from test_mail where sent_at < :before")
                .param("before", now.minus(KEPT).atOffset(UTC))
                .update();
        jdbc.sql("""
                        insert into test_mail (token, newsletter_key, web_version, sent_at)
                        values (:token, :newsletter, :webVersion, :now)""")
                .param("token", token)
                .param("newsletter", mail.newsletter().value())
                .param("webVersion", mail.webVersion())
                .param("now", now.atOffset(UTC))
                .update();
    }

    public Optional<TestMail> find(String token) {
        return jdbc.sql("select newsletter_key, web_version from test_mail where token = :token")
                .param("token", token)
                .query((rs, row) ->
                        new TestMail(new NewsletterKey(rs.getString("newsletter_key")), rs.getString("web_version")))
                .optional();
    }
}
