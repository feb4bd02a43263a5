package org.keepreading.source;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The workplace's seed files, which lie beside the checkout and not in it. */
public final class Seed {
    private Seed() {}

    /** Skips the test where there are none, except in CI, which always lays them out. */
    public static Path file(String name) {
        var found = Stream.of("../shared/seed", "../../shared/seed")
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists)
                .findFirst();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            fail("CI lays shared/seed/%s beside the checkout, and it is not there.", name);
        }
        assumeTrue(found.isPresent(), "shared/seed is not beside this checkout");
        return found.orElseThrow();
    }
}
