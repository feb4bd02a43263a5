package org.keepreading.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keepreading.home.Home;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the installation lies: {@code --home}, before or after the command, else KEEPREADING_HOME, else the working folder. */
final class HomeOption {
    private final Map<String, String> environment;

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "The folder with data/, templates/ and config/application.properties"
                    + " (default: KEEPREADING_HOME, else the working folder).")
    private @Nullable Path folder;

    /** @param environment the process's variables */
    HomeOption(Map<String, String> environment) {
        this.environment = environment;
    }

    Home home() {
        return folder != null ? new Home(folder) : Home.named(environment);
    }
}
