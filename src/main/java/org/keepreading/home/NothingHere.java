package org.keepreading.home;

/** A command was called where no installation is, most likely in the wrong folder. */
public final class NothingHere extends RuntimeException {
    NothingHere(Home home, DatabaseFile database) {
        super(("There is no installation in %1$s: neither data (%2$s) nor settings (config/application.properties)."
                        + " Go to its folder, or name that by --home or in KEEPREADING_HOME. For a new one here run \"serve\","
                        + " or bring something in: \"sources add\", \"newsletters apply\", \"subscribers import\", \"import\".")
                .formatted(home.folder(), database.file()));
    }
}
