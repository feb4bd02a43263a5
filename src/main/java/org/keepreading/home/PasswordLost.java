package org.keepreading.home;

import java.nio.file.Path;

/** The database asks for a password, and nothing here knows it. */
final class PasswordLost extends RuntimeException {
    PasswordLost(DatabaseFile database, Path file) {
        super(
                ("The database %s asks for a password, and the file that holds it, %s, is not there. Put that back from a backup,"
                                + " or set spring.datasource.password if you had set it. Lost for good? docs/running.md,"
                                + " \"The database's password\", says how to get in without losing anything.")
                        .formatted(database.file(), file));
    }
}
