package org.keepreading.testing;

import java.time.Clock;
import java.time.Duration;
import org.keepreading.KeepReading;
import org.keepreading.cli.CommandLineEdge;
import org.keepreading.node.DatabaseTime;
import org.keepreading.node.SharedClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The program on a machine whose clock is five minutes fast. */
@Import(KeepReading.class)
public class FastMachine {
    public static final Duration AHEAD = Duration.ofMinutes(5);

    public static void main(String... args) {
        System.exit(CommandLineEdge.of(FastMachine.class).run(args));
    }

    @Bean
    @Primary
    SharedClock clockOfAFastMachine(DatabaseTime database) {
        return new SharedClock(Clock.offset(Clock.systemUTC(), AHEAD), database);
    }
}
