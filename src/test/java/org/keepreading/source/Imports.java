package org.keepreading.source;

import java.time.Clock;
import javax.sql.DataSource;
import org.keepreading.teaser.Sections;
import org.keepreading.teaser.Teasers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An importer as the program has it. */
final class Imports {
    private Imports() {}

    static Importer into(DataSource database, Clock clock, SourceSettings settings) {
        var jdbc = JdbcClient.create(database);
        return new Importer(
                new Teasers(jdbc),
                new Sections(jdbc),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                clock,
                settings);
    }
}
