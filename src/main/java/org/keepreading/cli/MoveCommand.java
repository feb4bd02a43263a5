package org.keepreading.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keepreading.move.Login;
import org.keepreading.move.Move;
import org.keepreading.move.PostgresAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code move}: from the H2 file to a PostgreSQL database, once one machine is not enough. */
@Command(
        name = "move",
        description = {
            "Moves everything from the H2 file into an empty PostgreSQL database, and checks each row. Stop the server first.",
            "Interrupted, it goes on where it stood when it is run again. Until it is done the new database sends nothing,"
                    + " from then on the old one sends nothing. Alarms are not moved: the server sets them anew.",
            "The password is read from --password-file or from the environment variable KEEPREADING_MOVE_PASSWORD."
        })
final class MoveCommand extends InstallationCommand implements Callable<Integer> {
    private static final String PASSWORD = "KEEPREADING_MOVE_PASSWORD";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "The new database: jdbc:postgresql://HOST/DATABASE.")
    private PostgresAddress address;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "keepreading",
            description = "Its user, who may create tables in it (default: ${DEFAULT-VALUE}).")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file that holds the user's password.")
    private @Nullable Path passwordFile;

    @Override
    public Integer call() throws SQLException, IOException {
        var to = new Login(address.value(), user, password());
        var moved = Move.run(from(), to, err()::println);
        var out = out();
        out.printf("Moved %,d rows of %d tables, and checked each.%n%n", moved.rows(), moved.tables());
        sayWhatToDo(out);
        return 0;
    }

    private void sayWhatToDo(PrintWriter out) {
        out.printf("Put this into config/application.properties of each machine, and start its server:%n%n");
        out.printf("    spring.datasource.url=%s%n", address);
        out.printf("    spring.datasource.username=%s%n", user);
        out.printf("    spring.datasource.password=...%n%n");
        out.println("The H2 file is still there, as a backup. It sends nothing any more.");
    }

    private String password() throws IOException {
        if (passwordFile != null) {
            return Files.readString(passwordFile).strip();
        }
        var given = System.getenv(PASSWORD);
        return given == null ? "" : given;
    }

    private Login from() {
        var settings = installation().settingsAlone();
        return new Login(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""));
    }
}
