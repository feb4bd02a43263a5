package db.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;

/** Creates Quartz's tables from the script in Quartz's own jar, less its drops and its commit. */
public class V7__quartz extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            for (var sql : statementsFor(connection).toList()) {
                statement.execute(sql);
            }
        }
    }

    private static Stream<String> statementsFor(Connection connection) throws SQLException, IOException {
        var product = connection.getMetaData().getDatabaseProductName();
        var script = new ClassPathResource(
                "org/quartz/impl/jdbcjobstore/" + ("H2".equals(product) ? "tables_h2.sql" : "tables_postgres.sql"));
        var sql = script.getContentAsString(StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
        return Arrays.stream(sql.split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .filter(statement -> !leavesTheTransaction(statement.toLowerCase(Locale.ROOT)));
    }

    private static boolean leavesTheTransaction(String statement) {
        return statement.startsWith("drop") || statement.startsWith("commit");
    }
}
