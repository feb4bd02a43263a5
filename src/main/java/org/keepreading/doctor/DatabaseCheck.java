package org.keepreading.doctor;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the database can be written to: a row goes in, and is taken back. */
@Component
class DatabaseCheck implements Check {
    private static final String SUBJECT = "Database";
    private final DataSource source;
    private final TransactionTemplate transaction;

    DatabaseCheck(DataSource source, TransactionTemplate transaction) {
        this.source = source;
        this.transaction = transaction;
    }

    @Override
    public List<Finding> findings() {
        try {
            write();
            return List.of(Finding.ok(SUBJECT, product() + " can be written to."));
        } catch (DataAccessException | TransactionException | MetaDataAccessException e) {
            return List.of(Finding.problem(
                    SUBJECT,
                    "It can't be written to: " + Deepest.words(e) + ".",
                    "No edition goes out before it can. Look at its disk, its log and spring.datasource.*."));
        }
    }

    private void write() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            new JdbcTemplate(source).update("insert into secret (name, secret_value) values ('doctor', 'taken back')");
        });
    }

    private String product() throws MetaDataAccessException {
        return JdbcUtils.extractDatabaseMetaData(source, DatabaseCheck::product);
    }

    private static String product(DatabaseMetaData database) throws SQLException {
        return database.getDatabaseProductName() + " " + database.getDatabaseProductVersion();
    }
}
