package org.keepreading.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keepreading.home.DatabaseFile;
import org.keepreading.home.Home;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Whether there is room where the data lies: beside H2's file, or at home. */
@Component
class DiskCheck implements Check {
    private static final DataSize LITTLE = DataSize.ofGigabytes(1);
    private static final DataSize TOO_LITTLE = DataSize.ofMegabytes(100);
    private static final String CURE = "Make room: a database that finds none stops the sending.";
    private final Path folder;

    DiskCheck(@Value("${spring.datasource.url}") String database, @Value("${keepreading.home:}") String home) {
        folder = folder(database, new Home(Path.of(home)));
    }

    @Override
    public List<Finding> findings() {
        var subject = "Disk of " + folder;
        try {
            return List.of(finding(subject, Files.getFileStore(folder).getUsableSpace()));
        } catch (IOException e) {
            return List.of(Finding.problem(subject, "It can't be looked at: " + e.getMessage() + ".", CURE));
        }
    }

    static Finding finding(String subject, long free) {
        var sentence = String.format(
                Locale.ROOT, "%,d MB are free.", DataSize.ofBytes(free).toMegabytes());
        if (free < TOO_LITTLE.toBytes()) {
            return Finding.problem(subject, sentence, CURE);
        }
        return free < LITTLE.toBytes() ? Finding.warning(subject, sentence, CURE) : Finding.ok(subject, sentence);
    }

    private static Path folder(String database, Home home) {
        var data = DatabaseFile.of(database, home).map(DatabaseFile::folder).orElse(home.data());
        return Stream.iterate(data, path -> path != null, Path::getParent)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }
}
