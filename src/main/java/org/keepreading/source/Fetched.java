package org.keepreading.source;

/** What a fetch of a source came to. */
public sealed interface Fetched {

    /** In words, for whoever asked for it. */
    String text();

    default boolean hasFailed() {
        return false;
    }

    /** The feed was read; entries that were refused are in the report. */
    record Read(ImportReport report) implements Fetched {
        @Override
        public String text() {
            return report.text();
        }
    }

    /** The site says that nothing is new. */
    record NotModified() implements Fetched {
        @Override
        public String text() {
            return "nothing new%n".formatted();
        }
    }

    /** Nothing was read, and what the source brought before is kept. */
    record Failed(String problem) implements Fetched {
        @Override
        public String text() {
            return problem + "%n".formatted();
        }

        @Override
        public boolean hasFailed() {
            return true;
        }
    }
}
