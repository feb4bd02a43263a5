package org.keepreading;

import java.time.Clock;
import org.keepreading.cli.CommandLineEdge;
import org.keepreading.node.DatabaseTime;
import org.keepreading.node.SharedClock;
import org.keepreading.vital.LastWords;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The program: parses the command line first, and starts Spring only for a command that needs it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class KeepReading {

    public static void main(String... args) {
        LastWords.areSpokenForAnyThread();
        System.exit(CommandLineEdge.of(KeepReading.class).run(args));
    }

    @Bean
    SharedClock clock(DatabaseTime database) {
        return new SharedClock(Clock.systemUTC(), database);
    }
}
