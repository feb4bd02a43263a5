package org.keepreading.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keepreading.home.DataFolder;
import org.keepreading.home.DatabaseFile;
import org.keepreading.home.Home;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether other users of this machine can read what is nobody's business: the data with keys and addresses, and passwords. */
@Component
class FilesCheck implements Check {
    private final String database;
    private final Home home;

    FilesCheck(@Value("${spring.datasource.url}") String database, @Value("${keepreading.home:}") String home) {
        this.database = database;
        this.home = new Home(Path.of(home));
    }

    @Override
    public List<Finding> findings() {
        return Stream.concat(Stream.of(data()), home.openSecrets().stream().map(FilesCheck::secrets))
                .toList();
    }

    private Finding data() {
        var folder = DatabaseFile.of(database, home)
                .map(file -> DataFolder.of(file, home))
                .orElseGet(() -> DataFolder.of(home));
        var subject = "Rights on " + folder.folder();
        var open = folder.openToOthers();
        return open.isEmpty()
                ? Finding.ok(subject, "Its owner alone can read what lies there.")
                : Finding.problem(
                        subject,
                        "Other users of this machine can get at %s: readers' addresses, and the keys that sign mail."
                                .formatted(open.stream().map(Path::toString).collect(Collectors.joining(", "))),
                        "Run \"chmod -R go= %s\"; any command but this one does it too.".formatted(folder.folder()));
    }

    private static Finding secrets(Path settings) {
        return Finding.warning(
                "Rights on " + settings,
                "Every user of this machine can read it, and a password stands in it.",
                "Run \"chmod o= %s\".".formatted(settings));
    }
}
