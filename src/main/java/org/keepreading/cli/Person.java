package org.keepreading.cli;

/** Who sits at the command line. */
final class Person {
    private Person() {}

    /** Their user name; whoever came by {@code sudo} is who they were before. */
    static String here() {
        var caller = System.getenv("SUDO_USER");
        return caller == null || caller.isBlank() ? System.getProperty("user.name", "somebody") : caller;
    }
}
