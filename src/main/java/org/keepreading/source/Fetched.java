package org.keepreading.source;

import java.util.List;

/** What a fetch of a source came to. */
public sealed interface Fetched {

    /** In words, for whoever asked for it. */
    List<String> lines();

    default boolean hasFailed() {
        return false;
    }

    /** The feed was read; entries that were refused are in the report. */
    record Read(ImportReport report) implements Fetched {
        @Override
        public List<String> lines() {
            return report.lines();
        }
    }

    /** The site says that nothing is new. */
    record NotModified() implements Fetched {
        @Override
        public List<String> lines() {
            return List.of("nothing new");
        }
    }

    /** Nothing was read, and what the source brought before is kept. */
    record Failed(String problem) implements Fetched {
        @Override
        public List<String> lines() {
            return List.of(problem);
        }

        @Override
        public boolean hasFailed() {
            return true;
        }
    }
}
