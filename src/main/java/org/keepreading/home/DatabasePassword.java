package org.keepreading.home;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * The random password of an H2 database, in a file beside it that its owner alone reads. A database without one gets one
 * when nobody else has it open. Killed at any point, the next start ends what this one began: the new password lies in a
 * file of another name until the database knows it.
 */
record DatabasePassword(DatabaseFile database, String user) {
    private static final int OPEN_ELSEWHERE = 90020;
    private static final int WRONG_PASSWORD = 28000;
    private static final int BYTES = 24;
    private static final String NONE = "";

    /** Empty: another process has opened the database without, and keeps it so. */
    String known() {
        try {
            return Files.exists(file()) ? Files.readString(file(), US_ASCII).strip() : settled();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The database's password " + file() + " can't be kept or read: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Path file() {
        return database.beside(".password");
    }

    private Path pending() {
        return database.beside(".password.new");
    }

    /** One process at a time: the others wait for its answer. */
    private String settled() throws IOException, SQLException {
        OwnersOnly.create(pending());
        try (var channel = FileChannel.open(pending(), READ, WRITE);
                var lock = channel.lock()) {
            if (Files.exists(file())) {
                Files.deleteIfExists(pending());
                return Files.readString(file(), US_ASCII).strip();
            }
            return lock.isValid() && database.exists() ? given(channel) : published(written(channel));
        }
    }

    private String given(FileChannel channel) throws IOException, SQLException {
        try {
            var begun = read(channel);
            if (!begun.isEmpty() && isRight(begun)) {
                return published(begun);
            }
            try (var connection = alone(NONE)) {
                change(connection, written(channel));
            }
            return published(read(channel));
        } catch (SQLException e) {
            Files.deleteIfExists(pending());
            if (e.getErrorCode() == OPEN_ELSEWHERE) {
                return NONE;
            }
            if (e.getErrorCode() == WRONG_PASSWORD) {
                throw new PasswordLost(database, file());
            }
            throw e;
        }
    }

    private boolean isRight(String password) throws SQLException {
        try (var connection = alone(password)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (e.getErrorCode() == WRONG_PASSWORD) {
                return false;
            }
            throw e;
        }
    }

    private Connection alone(String password) throws SQLException {
        return DriverManager.getConnection(database.urlForUsAlone(), user, password);
    }

    private static void change(Connection connection, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter user " + statement.enquoteIdentifier(name(connection), true) + " set password '"
                    + password + "'");
        }
    }

    private static String name(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select current_user")) {
            row.next();
            return row.getString(1);
        }
    }

    /** A new one, on the disk when this returns. */
    private static String written(FileChannel channel) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        channel.truncate(0).write(US_ASCII.encode(password), 0);
        channel.force(true);
        return password;
    }

    /** From now on it is the one. */
    private String published(String password) throws IOException {
        Files.move(pending(), file(), ATOMIC_MOVE);
        return password;
    }

    private static String read(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(2 * BYTES);
        channel.read(bytes, 0);
        return US_ASCII.decode(bytes.flip()).toString();
    }
}
