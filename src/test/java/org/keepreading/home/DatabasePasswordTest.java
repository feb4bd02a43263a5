package org.keepreading.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Recover;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an H2 database comes by its password, and what happens to one that had none. */
class DatabasePasswordTest {
    private static final String USER = "keepreading";
    private static final String NONE = "";
    private static final String WRITTEN_BEFORE_THE_KILL = "0123456789abcdef0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private DatabaseFile database;
    private DatabasePassword password;

    @BeforeEach
    void begin() {
        PrivateFiles.use();
        database = DatabaseFile.of("jdbc:h2:./data/keepreading;AUTO_SERVER=TRUE;WRITE_DELAY=0", new Home(folder))
                .orElseThrow();
        new DataFolder(database.folder(), "").begin();
        password = new DatabasePassword(database, USER);
    }

    @Test
    void isMadeForANewDatabaseAndKept() throws SQLException {
        var made = password.known();

        assertThat(made).hasSize(48);
        assertThat(password.known()).isEqualTo(made);
        assertThat(password.file()).hasContent(made);
        assertThat(takes(made)).isTrue();
        assertThat(takes(NONE)).isFalse();
    }

    @Test
    void isGivenToADatabaseThatHadNone() throws SQLException {
        fill(NONE);

        var given = password.known();

        assertThat(takes(NONE)).isFalse();
        assertThat(takes(given)).isTrue();
        assertThat(password.known()).isEqualTo(given);
        assertThat(database.beside(".password.new")).doesNotExist();
    }

    @Test
    void isFinishedAfterAKillBeforeTheDatabaseKnewIt() throws SQLException, IOException {
        fill(NONE);
        Files.writeString(database.beside(".password.new"), WRITTEN_BEFORE_THE_KILL.substring(5));

        var given = password.known();

        assertThat(takes(given)).isTrue();
        assertThat(password.file()).hasContent(given);
    }

    @Test
    void isFinishedAfterAKillWhenTheDatabaseKnewItAlready() throws SQLException, IOException {
        fill(WRITTEN_BEFORE_THE_KILL);
        Files.writeString(database.beside(".password.new"), WRITTEN_BEFORE_THE_KILL);

        assertThat(password.known()).isEqualTo(WRITTEN_BEFORE_THE_KILL);
        assertThat(password.file()).hasContent(WRITTEN_BEFORE_THE_KILL);
        assertThat(database.beside(".password.new")).doesNotExist();
    }

    @Test
    void waitsWhileAProcessThatKnowsOfNoneHasTheDatabaseOpen() throws Exception {
        fill(NONE);
        var other = openInAnotherProcess();

        assertThat(password.known()).isEqualTo(NONE);
        assertThat(takes(NONE)).isTrue();
        other.getOutputStream().close();
        other.waitFor();

        assertThat(takes(password.known())).isTrue();
        assertThat(takes(NONE)).isFalse();
    }

    @Test
    void canBeLostWithoutLosingADatabase() throws Exception {
        var lost = password.known();
        fill(lost);
        Files.delete(password.file());

        assertThatThrownBy(password::known)
                .isInstanceOf(PasswordLost.class)
                .hasMessageContaining(password.file() + ", is not there. Put that back from a backup")
                .hasMessageContaining("docs/running.md");
        assertThat(password.file()).doesNotExist();
        followTheWayBack();

        assertThat(takes(password.known())).isTrue();
        assertThat(takes(NONE)).isFalse();
        assertThat(readers()).isEqualTo(1);
    }

    /** As docs/running.md says. */
    private void followTheWayBack() throws Exception {
        Recover.execute(database.folder().toString(), "keepreading");
        Files.move(database.file(), folder.resolve("locked.mv.db"));
        RunScript.execute(
                "jdbc:h2:" + database.path(),
                USER,
                NONE,
                database.folder().resolve("keepreading.h2.sql").toString(),
                StandardCharsets.UTF_8,
                false);
    }

    private void fill(String known) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), USER, known);
                var statement = connection.createStatement()) {
            statement.execute("create table reader (name varchar, letter clob)");
            statement.execute("insert into reader values ('Ada', repeat('Keep reading. ', 1000))");
        }
    }

    private int readers() throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), USER, password.known());
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from reader where name = 'Ada' and char_length(letter) = 14000")) {
            row.next();
            return row.getInt(1);
        }
    }

    private boolean takes(String word) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), USER, word)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (e.getErrorCode() == 28000) {
                return false;
            }
            throw e;
        }
    }

    private Process openInAnotherProcess() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.h2.tools.Shell",
                        "-url",
                        database.url(),
                        "-user",
                        USER)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write("select count(*) as opened from reader;\n".getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); !"1".equals(line); line = output.readLine()) {
            assertThat(line).as("the other process has it open").isNotNull();
        }
        return process;
    }
}
